import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { story } from "./story.ts";

story("a member asks, a mentor claims, and both are told what to do next", async (s) => {
  const [bob, ada] = [s.person("bob"), s.person("ada")];

  await bob.asksForHelpWith("SQL", { affiliation: "Veteran" });
  const card = await s.channelShows("asks for a mentor");
  expect(card.text).toContain(`<@${bob.id}>`);
  expect(card.text).toContain(`<@${ada.id}>`);
  expect(card.text).toContain("Veteran");
  await bob.receives("we have your request");

  await ada.claims();
  await ada.receives("You have taken the request");
  await bob.receives(`<@${ada.id}> will be your mentor`);
  await s.requestIs(({ standing }) => standing.status === "claimed" && standing.by === ada.id && standing.verified);
  const drawn = await s.machine.slack.when(
    () => s.machine.slack.messages(LOCAL.mentorsChannel).find(({ text }) => text.includes("has taken this one")),
    { for: "the card to be redrawn" },
  );
  expect(JSON.stringify(drawn.blocks)).not.toContain('"claim"');
  const record = await s.recordIs(({ Status }) => Status === "claimed");
  expect(record["Mentor Slack ID"]).toBe(ada.id);
});
