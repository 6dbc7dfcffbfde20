import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
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
  await fran.receives("We have given you");
  await bob.receives(`<@${fran.id}> will be your mentor`);
  const request = await s.requestIs(({ standing }) => standing.status === "claimed");
  expect(request.timeline.entries).toContainEqual(
    expect.objectContaining({ what: "assign", by: cora.id, to: fran.id }),
  );
});

story("the coordinator bumps, asks the mentee, changes the skills and closes, each with who did it", async (s) => {
  const bob = await bobAsks(s);
  const cora = s.person("cora");
  const betty = s.person("betty");
  await s.daysPass(7.01);
  await bob.receives("We have not forgotten you");
  await s.channelShows("has been waiting for 3 days");
  await s.channelShows("has been waiting for 5 days");
  await cora.receives("nobody has claimed");

  await cora.fillsIn("bump", { why: "It is drowned in the chatter" });
  await s.channelShows("has been waiting for 7 days");
  await cora.fillsIn("ask-mentee", { question: "Which database is it?" });
  await bob.receives("Which database is it?");
  await cora.fillsIn("change", { service: "Pair programming", skills: ["React"], why: "It is a page, not a query" });
  expect((await bob.receives("has changed what your request asks for")).text).toContain("*Pair programming* (React)");
  expect((await s.channelShows("this one asks for what you know")).text).toContain(betty.id);
  await cora.fillsIn("write-to-mentors", { mentors: [s.person("ken").id], why: "He built one" });
  await s.person("ken").receives("We think that you could help");
  const again = await cora.fillsIn("write-to-mentors", { mentors: [s.person("ken").id] });
  expect(JSON.stringify(again)).toContain("has been told about the request");
  await cora.fillsIn("close", { reason: "Solved elsewhere" });
  await bob.receives("We have closed your request");
  await cora.receives("is closed");
  const request = await s.requestIs(({ standing }) => standing.status === "closed");
  const deeds = request.timeline.entries.filter(({ by }) => by === cora.id).map(({ what, words }) => [what, words]);
  expect(deeds).toEqual([
    ["bump", "It is drowned in the chatter"],
    ["ask-mentee", "Which database is it?"],
    ["change", "It is a page, not a query"],
    ["write-to-mentors", "He built one"],
    ["close", "Solved elsewhere"],
  ]);
});

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
  await cora.slack.submit(form, {
    mentee: nia.id,
    service: "Code review",
    skills: ["React"],
    details,
    why: "She has no account yet",
  });
  s.request = requestIdFor(form.id, "React");
  expect((await s.channelShows("asks for a mentor")).text).toContain(`<@${nia.id}>`);
  await nia.receives(`<@${cora.id}> has asked for a mentor for you`);
  const { timeline } = await s.requestIs(({ filedBy, mentee }) => filedBy === cora.id && mentee === nia.id);
  expect(timeline.entries[0]).toMatchObject({ what: "asked", by: cora.id, words: "She has no account yet" });
});

story(
  "the list begins with who has waited longest; a request of it is snoozed, escalated, taken away and opened again",
  async (s) => {
    const [bob, carla, cora, grace, fran] = [
      s.person("bob"),
      s.person("carla"),
      s.person("cora"),
      s.person("grace"),
      s.person("fran"),
    ];
    const { slack } = s.machine;
    await carla.asksForHelpWith("SQL");
    const carlas = s.requestId();
    await s.channelShows("SQL");
    await carla.receives("we have your request");
    await bob.asksForHelpWith("Python");
    const bobs = s.requestId();
    await s.channelShows("Python");
    await bob.receives("we have your request");
    for (const id of [carlas, bobs]) await s.isListed(`WorkflowId = "${id}" AND NextStepAt IS NOT NULL`);

    const opensList = async (shows: string) => {
      for (const view of slack.openViews(cora.id).toReversed()) await cora.slack.close(view);
      await cora.slack.command("/mentor-requests");
      return slack.when(() => slack.openViews(cora.id).find(({ blocks }) => JSON.stringify(blocks).includes(shows)), {
        for: `the list to open with "${shows}"`,
      });
    };
    let list = await opensList("show-request");
    const rows = [...JSON.stringify(list.blocks).matchAll(/"value":"(request-[^"]+)"/g)].map(([, id]) => id);
    expect(rows).toEqual([carlas, bobs]);

    s.request = carlas;
    const opensCarlas = async (shows: string) => {
      for (const view of slack.openViews(cora.id).toReversed()) if (view.id !== list.id) await cora.slack.close(view);
      await cora.slack.press({ id: list.id }, "show-request", { blockId: carlas });
      return slack.when(
        () => slack.openViews(cora.id).find(({ blocks }) => JSON.stringify(blocks).includes(`"action_id":"${shows}"`)),
        { for: `the request to open with "${shows}"` },
      );
    };
    const waiting = await opensCarlas("snooze");
    const until = Math.floor(Date.now() / 1000) + 5 * 24 * 3600;
    await cora.fillsIn("snooze", { until }, () => cora.slack.press({ id: waiting.id }, "snooze"));
    await s.requestIs(({ stay }) => stay.since === until * 1000);
    await s.daysPass(4);
    await cora.fillsIn("escalate", { why: "She starts on Monday" }, () =>
      cora.slack.press({ id: waiting.id }, "escalate"),
    );
    expect((await grace.receives("nobody has claimed")).text).toContain("She starts on Monday");

    await fran.slack.press(cardOf(s, carlas), "claim");
    await fran.receives("You have taken");
    await carla.receives(`<@${fran.id}> will be your mentor`);
    await grace.receives("Solved");
    const claimed = await opensCarlas("take-away");
    await cora.fillsIn("take-away", { reason: "She is on holiday" }, () =>
      cora.slack.press({ id: claimed.id }, "take-away"),
    );
    expect((await fran.receives("We have given the request")).text).toContain("She is on holiday");
    await carla.receives("is open again: it is not with");
    await grace.receives("Open again");
    expect((await s.channelShows("SQL")).text).not.toContain(fran.id);

    await carla.presses("withdraw");
    await carla.isShown("is withdrawn");
    await grace.receives("Solved");
    await s.isListed(`WorkflowId = "${carlas}" AND RequestStatus = "closed"`);
    list = await opensList("Closed lately");
    const closed = await opensCarlas("reopen");
    await cora.slack.press({ id: closed.id }, "reopen");
    const form = await slack.when(
      () => slack.openViews(cora.id).find(({ callback_id }) => callback_id === "reopen-form"),
      { for: "the form to open" },
    );
    await cora.slack.submit(form, { why: "She has asked me to" });
    await carla.receives(`<@${cora.id}> has asked for a mentor for you`);
    const card = await s.channelShows("SQL");
    expect(card.text).toContain(`<@${carla.id}>`);
    expect(card.text).not.toContain(fran.id);
    s.request = requestIdFor(`follow-up of ${carlas}`, "SQL");
    const { timeline } = await s.requestIs((it) => it.filedBy === cora.id && it.followUpOf === carlas);
    expect(timeline.entries[0]).toMatchObject({ by: cora.id, words: "She has asked me to" });
  },
);

story(
  "one that somebody had for most of the time stands behind one that has waited longer, whenever they were asked",
  async (s) => {
    const [bob, carla, cora, fran] = [s.person("bob"), s.person("carla"), s.person("cora"), s.person("fran")];
    const { slack } = s.machine;
    const began = performance.now();
    await carla.asksForHelpWith("SQL");
    const carlas = s.requestId();
    await s.channelShows("SQL");
    await carla.receives("we have your request");
    await fran.claims();
    await fran.receives("You have taken");
    await carla.receives("will be your mentor");
    const longerThanCarlaWaited = performance.now() - began;
    await bob.asksForHelpWith("Python");
    const bobs = s.requestId();
    await s.channelShows("Python");
    await bob.receives("we have your request");
    await delay(longerThanCarlaWaited);
    await fran.fillsIn("release", { reason: "I am moving house" });
    await carla.receives("is open again");
    await s.channelShows("SQL");
    for (const id of [carlas, bobs]) await s.isListed(`WorkflowId = "${id}" AND RequestStatus = "waiting"`);

    const rows = (blocks: unknown) =>
      [...JSON.stringify(blocks).matchAll(/"value":"(request-[^"]+)"/g)].map(([, id]) => id);
    await cora.slack.command("/mentor-requests");
    const list = await slack.when(() => slack.openViews(cora.id).find(({ blocks }) => rows(blocks).length > 0), {
      for: "the list to open",
    });
    expect(rows(list.blocks)).toEqual([bobs, carlas]);
    await cora.slack.opensHome();
    const home = await slack.when(() => slack.home(cora.id), { for: "the Home tab" });
    expect(rows(home.blocks)).toEqual([bobs, carlas]);
  },
);

story("whoever is no coordinator is told so", async (s) => {
  const bob = s.person("bob");
  await bob.slack.command("/mentor-requests");
  await bob.isShown("This is for coordinators");
});

/** The card of this request that has buttons. */
function cardOf({ machine: { slack } }: Story, id: string): { readonly channel: string; readonly ts: string } {
  const card = slack
    .messages(LOCAL.mentorsChannel)
    .findLast(({ blocks }) => JSON.stringify(blocks).includes(`"value":"${id}"`));
  if (!card) throw new Error(`There is no card of ${id} with a button to press.`);
  return card;
}

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
