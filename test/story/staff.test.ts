import { expect } from "vitest";
import { requestIdFor } from "../../slack-gateway/request-id-for.ts";
import { type Story, story } from "./story.ts";

async function bobAsks(s: Story) {
  const bob = s.person("bob");
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  return bob;
}

async function coraOpensTheQueue(s: Story) {
  const cora = s.person("cora");
  const { slack } = s.machine;
  await cora.slack.command("/mentor-requests");
  const queue = await slack.when(
    () => slack.openViews(cora.id).find(({ blocks }) => JSON.stringify(blocks).includes("show-request")),
    { for: "the queue to open" },
  );
  await cora.slack.press({ id: queue.id }, "show-request");
  const shown = await slack.when(
    () => slack.openViews(cora.id).find(({ blocks }) => JSON.stringify(blocks).includes("What happened")),
    { for: "the request to open" },
  );
  return { cora, shown };
}

story("the coordinator opens a request from the queue and assigns a mentor", async (s) => {
  const bob = await bobAsks(s);
  const { cora, shown } = await coraOpensTheQueue(s);
  const { slack } = s.machine;
  const fran = s.person("fran");

  await cora.slack.press({ id: shown.id }, "assign");
  const form = await slack.when(
    () => slack.openViews(cora.id).find(({ private_metadata }) => private_metadata?.includes("assign")),
    { for: "the form to open" },
  );
  await cora.slack.submit(form, { mentor: fran.id });
  await fran.receives("The coordinator has given you");
  await bob.receives(`<@${fran.id}> will be your mentor`);
  const request = await s.requestIs(({ standing }) => standing.status === "claimed");
  expect(request.timeline.entries).toContainEqual(
    expect.objectContaining({ what: "assign", by: cora.id, to: fran.id }),
  );
});

story(
  "the coordinator bumps, snoozes, asks the mentee, changes the skills and closes, each with who did it",
  async (s) => {
    const bob = await bobAsks(s);
    const cora = s.person("cora");
    const betty = s.person("betty");
    await s.daysPass(7.01);
    await bob.receives("We have not forgotten you");
    await s.channelShows("has been waiting for 3 days");
    await s.channelShows("has been waiting for 5 days");
    await cora.receives("nobody has claimed");

    await cora.presses("bump");
    await s.channelShows("has been waiting for 7 days");
    await cora.isShown("mentors see it again");
    await cora.fillsIn("ask-mentee", { question: "Which database is it?" });
    await bob.receives("Which database is it?");
    await cora.fillsIn("change", { service: "Pair programming", skills: ["React"] });
    expect((await s.channelShows("this one asks for what you know")).text).toContain(betty.id);
    await cora.fillsIn("write-to-mentors", { mentors: [s.person("ken").id] });
    await s.person("ken").receives("The coordinator thinks that you could help");
    await cora.fillsIn("close", { reason: "Solved elsewhere" });
    await bob.receives("has been closed by the coordinator");
    await cora.receives("is closed");
    const request = await s.requestIs(({ standing }) => standing.status === "closed");
    const deeds = request.timeline.entries.filter(({ by }) => by === cora.id).map(({ what }) => what);
    expect(deeds).toEqual(["bump", "ask-mentee", "change", "write-to-mentors", "close"]);
  },
);

story("a coordinator files a request for somebody", async (s) => {
  const cora = s.person("cora");
  const nia = s.person("nia");
  const { slack } = s.machine;
  await cora.slack.command("/mentor-requests");
  const queue = await slack.when(
    () => slack.openViews(cora.id).find(({ blocks }) => JSON.stringify(blocks).includes("file-request")),
    { for: "the queue to open" },
  );
  await cora.slack.press({ id: queue.id }, "file-request");
  const form = await slack.when(
    () => slack.openViews(cora.id).find(({ private_metadata }) => private_metadata?.startsWith("for-somebody")),
    { for: "the form to open" },
  );
  const details = "Nia asked me at the meetup, and would like to look at her portfolio.";
  await cora.slack.submit(form, { mentee: nia.id, service: "Code review", skills: ["React"], details });
  s.request = requestIdFor(form.id, "React");
  expect((await s.channelShows("asks for a mentor")).text).toContain(`<@${nia.id}>`);
  await nia.receives("we have your request");
  await s.requestIs(({ filedBy, mentee }) => filedBy === cora.id && mentee === nia.id);
});

story("whoever is no coordinator is told so", async (s) => {
  const bob = s.person("bob");
  await bob.slack.command("/mentor-requests");
  await bob.isShown("This is for coordinators");
});

story("a closed request is followed up without its former mentor", async (s) => {
  const bob = await bobAsks(s);
  const ada = s.person("ada");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  await ada.presses("held");
  await ada.isShown("Thank you for holding");
  await bob.receives("help you?");
  await bob.fillsIn("rate", { rating: "3" });
  await s.requestIs(({ standing }) => standing.status === "closed");

  await bob.presses("another-mentor");
  await bob.isShown("as a new one");
  s.request = requestIdFor(`follow-up of ${s.requestId()}`, "SQL");
  const card = await s.channelShows("asks for a mentor");
  expect(card.text).not.toContain(ada.id);
  await bob.receives("we have your request");
  await s.requestIs(({ excluded }) => excluded.join() === ada.id);
});
