import { expect } from "vitest";
import { story } from "./story.ts";

story("Request Cancellation in Temporal's own page closes a request properly: people, card and record", async (s) => {
  const [bob, ada] = [s.person("bob"), s.person("ada")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");

  const handle = s.machine.client.workflow.getHandle(s.requestId());
  await handle.cancel();
  await bob.receives("We have closed your request");
  await ada.receives("has been closed");
  const card = await s.cardShows("nobody is needed for this one any more");
  expect(JSON.stringify(card.blocks)).not.toContain('"claim"');
  expect(await s.recordIs(({ Status }) => Status === "closed")).toMatchObject({
    "Closed Because": expect.stringContaining("cancelled"),
  });
  expect(await handle.result()).toMatchObject({ kind: "closed-by-coordinator" });
  expect((await handle.describe()).status.name).toBe("COMPLETED");
});

story(
  "a request that is cancelled while nobody has it, with Slack and Airtable down, closes as soon as they are back",
  async (s) => {
    const bob = s.person("bob");
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await s.settles();
    const back = [s.breaksDown("slack"), s.breaksDown("airtable")];
    await s.machine.client.workflow.getHandle(s.requestId()).cancel();
    await s.requestIs(({ standing }) => standing.status === "closed");
    for (const end of back) end();
    await bob.receives("We have closed your request");
    await s.cardShows("nobody is needed for this one any more");
    await s.recordIs(({ Status }) => Status === "closed");
  },
);
