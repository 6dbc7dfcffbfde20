import { expect } from "vitest";
import type { Enrolment } from "../../domain/enrolment.ts";
import { memberId } from "../../domain/ids.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { forgetInTemporal } from "../../operator/forget/forget-in-temporal.ts";
import { POLICY_SIGNAL, PROGRAMME_ID } from "../../workflows/contract.ts";
import { ENROLMENT_QUERY, enrolmentId, mentorOnRecordId } from "../../workflows/enrolment-contract.ts";
import { runCommand } from "../operator/run-command.ts";
import type { Actor } from "./actor.ts";
import { eventually, type Story, story } from "./story.ts";

async function volunteers(s: Story, person: Actor, filling: Readonly<Record<string, string | readonly string[]>> = {}) {
  const { slack } = s.machine;
  await person.slack.command("/mentor-volunteer");
  const form = await slack.when(
    () => slack.openViews(person.id).findLast(({ callback_id }) => callback_id === "volunteer-form"),
    { for: "the form to open" },
  );
  const offer = {
    skills: ["Rust", "SQL"],
    services: ["Code review"],
    mentees: "2",
    bio: "I like <b>compilers</b>",
    conduct: ["accepted"],
  };
  const sent = await person.slack.submit(form, { ...offer, ...filling });
  for (const view of slack.openViews(person.id)) await person.slack.close(view);
  return sent;
}

async function standingOf({ machine }: Story, { id }: Actor): Promise<Enrolment["standing"]> {
  const enrolment = machine.client.workflow.getHandle(enrolmentId(memberId(id)));
  return (await enrolment.query<Enrolment>(ENROLMENT_QUERY)).standing;
}

const isEnrolled = (s: Story, person: Actor) =>
  eventually(async () => (await standingOf(s, person)) === "enrolled" || undefined, "the enrolment to be written down");

/** The form of `/mentor-volunteer`, once it has opened and looks like this. */
async function opensForm(s: Story, person: Actor, looks = "") {
  const { slack } = s.machine;
  await person.slack.command("/mentor-volunteer");
  return slack.when(
    () =>
      slack
        .openViews(person.id)
        .findLast(
          ({ callback_id, blocks }) => callback_id === "volunteer-form" && JSON.stringify(blocks).includes(looks),
        ),
    { for: `the form with "${looks}" to open` },
  );
}

async function closesForms({ machine: { slack } }: Story, person: Actor) {
  for (const view of slack.openViews(person.id).toReversed()) await person.slack.close(view);
}

const rowOf = (s: Story, id: string) =>
  s.machine.airtable
    .table(LOCAL.airtableBase, "Mentors")
    .rows()
    .map(({ fields }) => fields)
    .find((fields) => fields["Slack ID"] === id);

/** Airtable keeps links in the order in which they were written. */
const inOrder = (fields: ReturnType<typeof rowOf> = {}) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, cell]) => [name, Array.isArray(cell) ? cell.toSorted() : cell]),
  );

story("somebody volunteers, the coordinator accepts, and they are invited, welcomed and announced", async (s) => {
  const [nia, cora] = [s.person("nia"), s.person("cora")];

  await volunteers(s, nia);
  await nia.receives("Thank you for volunteering");
  const asked = await cora.receives("would like to be a mentor");
  expect(asked.text).toContain("&lt;b&gt;compilers");
  expect(rowOf(s, nia.id)?.Active).toBeUndefined();

  await cora.presses("approve-mentor");
  await cora.isShown("are on their way");
  await nia.receives("Welcome as a mentor");
  await s.channelShows("as a new mentor");
  expect(s.machine.slack.channel(LOCAL.mentorsChannel)?.members).toContain(nia.id);
  expect(rowOf(s, nia.id)).toMatchObject({
    "Full Name": "Nia Okafor",
    "Time Zone": "Europe/Berlin",
    Active: true,
    "Max Mentees": 2,
  });

  await s.person("bob").asksForHelpWith("Rust");
  expect((await s.channelShows("asks for a mentor")).text).toContain(`<@${nia.id}>`);
  await s.person("bob").receives("we have your request");
});

story(
  "a word on a volunteer counts once: whoever presses again is told whose it was, and that it was so",
  async (s) => {
    const [nia, cora] = [s.person("nia"), s.person("cora")];
    await volunteers(s, nia);
    await nia.receives("Thank you for volunteering");
    await cora.receives("would like to be a mentor");
    await eventually(async () => (await standingOf(s, nia)) === "waiting-for-approval" || undefined, "the question");

    const back = s.breaksDown("airtable");
    await cora.presses("approve-mentor");
    await cora.isShown("the invitation to the mentors' channel, the welcome and the announcement are on their way");
    await cora.presses("approve-mentor");
    await cora.isShown("You have already accepted them");
    back();
    await nia.receives("Welcome as a mentor");
    await s.channelShows("as a new mentor");

    await cora.presses("decline-mentor");
    await cora.isShown("You have already accepted them as a mentor. Nothing was done now.");
  },
);

story("a coordinator who does not accept a volunteer has them told so, and they see nothing", async (s) => {
  const [nia, cora] = [s.person("nia"), s.person("cora")];
  await volunteers(s, nia);
  await nia.receives("Thank you for volunteering");
  await cora.receives("would like to be a mentor");
  await s.isListed(`WorkflowId = "enrolment-${nia.id}" AND ExecutionStatus = "Running"`);
  const { out } = await runCommand("forget.ts", [nia.id], s.machine.env);
  expect(out).toContain(`Left alone, since they are open: enrolment-${nia.id}.`);
  await cora.presses("decline-mentor");
  await cora.isShown("the message that tells them so is on its way");
  await nia.receives("has not accepted you");
  expect(s.machine.slack.channel(LOCAL.mentorsChannel)?.members).not.toContain(nia.id);
  await cora.presses("approve-mentor");
  await cora.isShown("You have already decided that they are not accepted this time");

  await volunteers(s, nia);
  await nia.receives("Thank you for volunteering");
  await cora.receives("would like to be a mentor");
  await cora.presses("approve-mentor");
  await cora.isShown("are on their way");
  await nia.receives("Welcome as a mentor");
  await s.channelShows("as a new mentor");
});

async function needsNobodysApproval({ machine }: Story): Promise<void> {
  const policy = { ...DEFAULT_POLICY, mentorsNeedApproval: false };
  await machine.client.workflow.getHandle(PROGRAMME_ID).signal(POLICY_SIGNAL, policy);
  await machine.gateway.stop();
  await (await machine.startGateway()).loaded;
}

story("where new mentors need nobody's approval, a volunteer is welcomed at once, and nobody is asked", async (s) => {
  const nia = s.person("nia");
  const { client } = s.machine;
  await needsNobodysApproval(s);

  await volunteers(s, nia);
  await nia.receives("Welcome as a mentor");
  const announced = await s.channelShows("as a new mentor");
  expect(announced.text).not.toContain(s.person("cora").id);
  await isEnrolled(s, nia);
  expect(s.machine.slack.channel(LOCAL.mentorsChannel)?.members).toContain(nia.id);
  expect(rowOf(s, nia.id)).toMatchObject({ Active: true });
  const ids = [enrolmentId(memberId(nia.id)), mentorOnRecordId(memberId(nia.id)), PROGRAMME_ID];
  const summaries = ids.map(async (id) => (await client.workflow.getHandle(id).describe()).staticSummary());
  expect(await Promise.all(summaries), "what Temporal's lists say of each").toEqual([
    "Enrolment as a mentor",
    "What the records say of a mentor",
    "What forms need: the catalogue, the policy, who has which part",
  ]);
});

story(
  "where nobody has to agree, a new mentor is welcomed also when Airtable fails after it has written",
  async (s) => {
    const nia = s.person("nia");
    await needsNobodysApproval(s);
    s.machine.airtable.faults.add({ on: /^(PATCH|POST|PUT) Mentors/, does: { kind: "unavailable-after" }, times: 2 });
    await volunteers(s, nia);
    await nia.receives("Welcome as a mentor");
    await s.channelShows("as a new mentor");
    await isEnrolled(s, nia);
    expect(s.machine.slack.channel(LOCAL.mentorsChannel)?.members).toContain(nia.id);
    expect(rowOf(s, nia.id)).toMatchObject({ Active: true });
  },
);

story(
  "whom Slack does not let the bot invite is welcomed all the same, and the coordinator brings them in",
  async (s) => {
    const [nia, cora] = [s.person("nia"), s.person("cora")];
    await needsNobodysApproval(s);
    const refused = { ok: false, error: "ura_max_channels" };
    s.machine.slack.faults.add({
      on: "conversations.invite",
      does: { kind: "answered", answer: { status: 200, body: refused } },
      times: 1,
    });
    await volunteers(s, nia);
    const told = await cora.receives("could not be invited");
    expect(told.text).toContain(`<@${nia.id}>`);
    expect(told.text).toContain("`ura_max_channels`");
    expect(told.text).toContain("invite them there by hand");
    expect((await nia.receives("Welcome as a mentor")).text).toContain("You are not in it yet");
    await s.channelShows("as a new mentor");
    await isEnrolled(s, nia);
  },
);

story(
  "a mentor who leaves during a break and is back within minutes has no break, and needs no approval",
  async (s) => {
    const sam = s.person("sam");
    await needsNobodysApproval(s);
    const form = await opensForm(s, sam, "You are on a break until");
    await sam.slack.press({ id: form.id }, "volunteer-leave");
    await sam.receives("You are no longer mentioned");
    await s.person("cora").receives("has ended it");
    expect(rowOf(s, sam.id)?.["Paused Until"]).toBeUndefined();
    await closesForms(s, sam);

    await volunteers(s, sam);
    await sam.receives("Welcome as a mentor");
    await s.channelShows("as a new mentor");
    await opensForm(s, sam, "You are a mentor");
  },
);

story("a mentor changes what they offer, takes a break, and leaves", async (s) => {
  const ada = s.person("ada");
  const { slack } = s.machine;
  await volunteers(s, ada, { skills: ["Go"] });
  await ada.receives("What you offer is changed: Go");
  await isEnrolled(s, ada);

  await ada.slack.command("/mentor-volunteer");
  const form = await slack.when(
    () => slack.openViews(ada.id).find(({ blocks }) => JSON.stringify(blocks).includes("volunteer-pause")),
    { for: "the form with what is known" },
  );
  expect(JSON.stringify(form.blocks)).toContain("initial_options");
  await ada.slack.press({ id: form.id }, "volunteer-pause");
  const pause = await slack.when(
    () => slack.openViews(ada.id).find(({ callback_id }) => callback_id === "pause-form"),
    { for: "the form for a break" },
  );
  expect((await ada.slack.submit(pause, { until: "2020-01-01" })).errors?.until).toContain("in the future");
  await ada.slack.submit(pause, { until: "2099-01-01" });
  expect((await ada.receives("You are on a break until Thursday 1 January 2099")).text).not.toContain("<!date");
  expect(rowOf(s, ada.id)?.["Paused Until"]).toBe("2099-01-01");

  for (const view of slack.openViews(ada.id).toReversed().slice(0, -1)) await ada.slack.close(view);
  await ada.slack.press({ id: form.id }, "volunteer-leave");
  await ada.receives("You are no longer mentioned");
  const told = await s.person("cora").receives("has ended it");
  expect(told.text).toMatch(`<@${ada.id}>`);
  expect(told.text).toContain(`still in <#${LOCAL.mentorsChannel}>`);
  expect(rowOf(s, ada.id)?.Active).toBeUndefined();

  for (const view of slack.openViews(ada.id).toReversed().slice(0, -1)) await ada.slack.close(view);
  await ada.slack.press({ id: form.id }, "volunteer-leave");
  await ada.receives("You are no longer mentioned");
});

story("of a mentor who leaves, the coordinator reads which requests they still have, and what to do", async (s) => {
  const [ada, bob] = [s.person("ada"), s.person("bob")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  await s.isListed(`Mentor = "${ada.id}" AND ExecutionStatus = "Running"`);

  const form = await opensForm(s, ada, "You are a mentor");
  await ada.slack.press({ id: form.id }, "volunteer-leave");
  await ada.receives("You are no longer mentioned");
  const told = await s.person("cora").receives("has ended it");
  expect(told.text).toContain(`They still have ${s.request}`);
  expect(told.text).toContain("take it away from them");
});

story(
  "a mentor on a break is not asked, and may not take a request; when the day has come it is over by itself",
  async (s) => {
    const [ada, bob] = [s.person("ada"), s.person("bob")];
    const { slack, airtable } = s.machine;
    await volunteers(s, ada, { skills: ["SQL"] });
    await ada.receives("What you offer is changed: SQL");
    await isEnrolled(s, ada);
    await ada.slack.command("/mentor-volunteer");
    const form = await slack.when(() => slack.openViews(ada.id).at(-1), { for: "the form" });
    await ada.slack.press({ id: form.id }, "volunteer-pause");
    const pause = await slack.when(
      () => slack.openViews(ada.id).find(({ callback_id }) => callback_id === "pause-form"),
      { for: "the form for a break" },
    );
    await ada.slack.submit(pause, { until: "2099-01-01" });
    await ada.receives("You are on a break until");

    await asksAnew(s, bob);
    expect((await s.channelShows("asks for a mentor")).text).not.toContain(`<@${ada.id}>`);
    await bob.receives("we have your request");
    await ada.claims();
    await ada.isShown("taking a break");

    const mentors = airtable.table(LOCAL.airtableBase, "Mentors");
    const row = mentors.rows().find(({ fields }) => fields["Slack ID"] === ada.id);
    mentors.edit(row?.id ?? "", { "Paused Until": "2020-01-01" });
    await asksAnew(s, s.person("carla"));
    expect((await s.channelShows("asks for a mentor")).text).toContain(`<@${ada.id}>`);
    await s.person("carla").receives("we have your request");
    await ada.claims();
    await ada.receives("You have taken");
    await s.person("carla").receives("will be your mentor");
  },
);

/** Asks for help with SQL, of a worker that has just been started and remembers nothing of the records. */
async function asksAnew(s: Story, who: Actor): Promise<void> {
  await s.machine.worker.stop();
  await s.machine.startWorker();
  await who.asksForHelpWith("SQL");
}

story("a volunteer's form that arrives three times, while Slack fails after posting, is one enrolment", async (s) => {
  const [nia, cora] = [s.person("nia"), s.person("cora")];
  const { slack } = s.machine;
  slack.faults.add({ on: "chat.postMessage", does: { kind: "unavailable-after" }, times: 1 });
  await nia.slack.command("/mentor-volunteer");
  const form = await slack.when(
    () => slack.openViews(nia.id).find(({ callback_id }) => callback_id === "volunteer-form"),
    { for: "the form to open" },
  );
  await nia.slack.submit(form, { skills: ["Rust"], mentees: "1", conduct: ["accepted"] }, { times: 3 });
  await nia.receives("Thank you for volunteering");
  await cora.receives("would like to be a mentor");
});

story("a mentor of whom the records alone know changes what they offer: the form holds all of it", async (s) => {
  const maggie = s.person("maggie");
  const { airtable } = s.machine;
  const mentors = airtable.table(LOCAL.airtableBase, "Mentors");
  const row = mentors.rows().find(({ fields }) => fields["Slack ID"] === maggie.id);
  mentors.edit(row?.id ?? "", { Bio: "I like detours." });
  const before = inOrder(rowOf(s, maggie.id));

  const form = await opensForm(s, maggie, "You are a mentor");
  expect(JSON.stringify(form.blocks)).toContain("volunteer-leave");
  await maggie.slack.submit(form, { conduct: ["accepted"] });
  await maggie.receives("any number of mentees at a time");
  expect(inOrder(rowOf(s, maggie.id))).toEqual(before);
  await closesForms(s, maggie);

  mentors.edit(row?.id ?? "", { "Max Mentees": 8 });
  await maggie.slack.submit(await opensForm(s, maggie), { conduct: ["accepted"] });
  await maggie.receives("8 mentees at a time");
  expect(rowOf(s, maggie.id)).toMatchObject({ "Max Mentees": 8, Bio: "I like detours." });

  const forgotten = { member: memberId(maggie.id), namespace: "default", mode: "say" } as const;
  await eventually(
    async () => (await forgetInTemporal(s.machine.client, forgotten)) === 2 || undefined,
    "both looks at her row to be among what is forgotten of her",
  );
});

story(
  "while the records cannot be read, or Temporal is down, the form opens at once, and says what it does not know",
  async (s) => {
    const maggie = s.person("maggie");
    const { slack } = s.machine;
    const back = s.breaksDown("airtable");
    await maggie.slack.command("/mentor-volunteer");
    await slack.when(() => JSON.stringify(slack.openViews(maggie.id)).includes("One moment"), {
      for: "a form at once",
    });
    const blank = await slack.when(
      () => slack.openViews(maggie.id).find(({ callback_id }) => callback_id === "volunteer-form"),
      { for: "the form", withinMs: 10_000 },
    );
    expect(JSON.stringify(blank.blocks)).toContain("We could not look up what you offer");
    await closesForms(s, maggie);
    back();
    await opensForm(s, maggie, "You are a mentor");
    await closesForms(s, maggie);

    await s.machine.temporal.kill();
    await opensForm(s, maggie, "We could not look up what you offer");
  },
);

story("a mentor on a break sees so in the form, until which day, and ends it there", async (s) => {
  const sam = s.person("sam");
  const form = await opensForm(s, sam, "You are on a break until Thursday 1 January 2099");
  await sam.slack.press({ id: form.id }, "volunteer-resume");
  await sam.receives("Your break is over");
  expect(rowOf(s, sam.id)?.["Paused Until"]).toBeUndefined();
  await closesForms(s, sam);
  const after = await opensForm(s, sam, "You are a mentor");
  expect(JSON.stringify(after.blocks)).not.toContain("volunteer-resume");
});

story("a mentor whom staff know by e-mail only finds their offer in the form, and stays one row", async (s) => {
  const nia = s.person("nia");
  const mentors = s.machine.airtable.table(LOCAL.airtableBase, "Mentors");
  mentors.insert({ "Full Name": "N. Okafor", Email: "Nia@Example.com", Skillsets: ["Go"], Active: true });
  const before = mentors.rows().length;
  await nia.slack.submit(await opensForm(s, nia, "You are a mentor"), { conduct: ["accepted"] });
  await nia.receives("What you offer is changed: Go");
  expect(rowOf(s, nia.id)).toMatchObject({ Email: "Nia@Example.com", Active: true });
  expect(mentors.rows().length).toBe(before);
});
