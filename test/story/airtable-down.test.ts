import { expect } from "vitest";
import { type Story, story } from "./story.ts";

/** The records are out of reach, and the worker, just started, has never read them. */
async function airtableIsDownForANewWorker(s: Story): Promise<() => void> {
  await s.machine.worker.stop();
  const back = s.breaksDown("airtable");
  await s.machine.startWorker();
  return back;
}

/** What the worker's /healthz says of it. */
function copyOf(what: string, { machine }: Story): unknown {
  const { isWell, says } = machine.worker.condition();
  expect(isWell).toBe(true);
  const { copies } = says as { readonly copies: readonly { readonly what: string }[] };
  return copies.find((copy) => copy.what === what);
}

const MENTORS = "the list of mentors";
const CATALOGUE = "the services, skill sets and affiliations";

story(
  "Airtable is down during a whole request: it is posted and claimed, all are told, and the record follows",
  async (s) => {
    const [bob, ada] = [s.person("bob"), s.person("ada")];
    const back = await airtableIsDownForANewWorker(s);

    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await ada.claims();
    await ada.receives("You have taken");
    await bob.receives("will be your mentor");
    await s.cardShows("has taken this one");
    await s.requestIs(({ standing }) => standing.status === "claimed" && standing.by === ada.id && !standing.verified);
    expect(s.records()).toEqual([]);
    expect(copyOf(MENTORS, s)).toEqual({ what: MENTORS, isStale: true });

    back();
    await s.recordIs((fields) => fields.Status === "claimed" && fields["Mentor Slack ID"] === ada.id);
    await s.requestIs(({ standing }) => standing.status === "claimed" && standing.verified);
    expect(copyOf(MENTORS, s)).toMatchObject({ isStale: false, readAt: expect.stringMatching(/Z$/) });
  },
);

story(
  "Airtable has been down since the worker read it: the mentors who match are mentioned all the same",
  async (s) => {
    const [bob, ada] = [s.person("bob"), s.person("ada")];
    await bob.asksForHelpWith("Rust");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await s.person("cora").receives("No mentor matches");
    expect(copyOf(CATALOGUE, s)).toMatchObject({ isStale: false, readAt: expect.stringMatching(/Z$/) });
    expect(s.machine.gateway.copies()).toMatchObject([
      { what: CATALOGUE, isStale: false, readAt: expect.stringMatching(/Z$/) },
    ]);

    s.breaksDown("airtable");
    await bob.asksForHelpWith("SQL", { service: "Pair programming" });
    expect((await s.channelShows("SQL")).text).toContain(`<@${ada.id}>`);
    await bob.receives("we have your request");
  },
);

story(
  "a post that went out while Airtable was down mentions the mentors who match as soon as it is back",
  async (s) => {
    const [bob, ada] = [s.person("bob"), s.person("ada")];
    const back = await airtableIsDownForANewWorker(s);

    await bob.asksForHelpWith("SQL");
    const card = await s.channelShows("asks for a mentor");
    expect(card.text).not.toContain(`<@${ada.id}>`);
    await bob.receives("we have your request");
    back();
    const late = await s.channelShows("Could one of you help?");
    expect(late.text).toContain(`<@${ada.id}>`);
    expect(late.thread_ts).toBe(card.ts);
  },
);

story(
  "somebody who is no mentor took a request while nobody could know: nothing is taken away, the coordinator decides",
  async (s) => {
    const [bob, cora] = [s.person("bob"), s.person("cora")];
    const back = await airtableIsDownForANewWorker(s);

    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await cora.claims();
    await cora.receives("You have taken");
    await bob.receives("will be your mentor");
    back();
    await cora.receives("the record says nothing of them: they are not enrolled");
    await s.requestIs(({ standing }) => standing.status === "claimed" && standing.by === cora.id && standing.verified);
  },
);

story("a mentor who took as many as they can while nobody could know is not doubted", async (s) => {
  const [bob, ken] = [s.person("bob"), s.person("ken")];
  const back = await airtableIsDownForANewWorker(s);

  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await ken.claims();
  await ken.receives("You have taken");
  await bob.receives("will be your mentor");
  await s.isListed(`WorkflowId = "${s.requestId()}" AND Mentor = "${ken.id}"`);
  back();
  const { timeline } = await s.requestIs(({ standing }) => standing.status === "claimed" && standing.verified);
  expect(timeline.entries.find(({ what }) => what === "verified")).not.toHaveProperty("note");
});
