import { expect } from "vitest";
import type { Enrolment } from "../../domain/enrolment.ts";
import { memberId } from "../../domain/ids.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { ENROLMENT_QUERY, enrolmentId } from "../../workflows/enrolment-contract.ts";
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

async function isEnrolled({ machine }: Story, { id }: Actor): Promise<void> {
  const enrolment = machine.client.workflow.getHandle(enrolmentId(memberId(id)));
  await eventually(async () => {
    const { standing } = await enrolment.query<Enrolment>(ENROLMENT_QUERY);
    return standing === "enrolled" || undefined;
  }, "the enrolment to be written down");
}

const rowOf = (s: Story, id: string) =>
  s.machine.airtable
    .table(LOCAL.airtableBase, "Mentors")
    .rows()
    .map(({ fields }) => fields)
    .find((fields) => fields["Slack ID"] === id);

story("somebody volunteers, the coordinator accepts, and they are invited, welcomed and announced", async (s) => {
  const [nia, cora] = [s.person("nia"), s.person("cora")];

  await volunteers(s, nia);
  await nia.receives("Thank you for volunteering");
  const asked = await cora.receives("would like to be a mentor");
  expect(asked.text).toContain("&lt;b&gt;compilers");
  expect(rowOf(s, nia.id)?.Active).toBeUndefined();

  await cora.presses("approve-mentor");
  await cora.isShown("they are invited");
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

story("a coordinator who does not accept a volunteer has them told so, and they see nothing", async (s) => {
  const [nia, cora] = [s.person("nia"), s.person("cora")];
  await volunteers(s, nia);
  await nia.receives("Thank you for volunteering");
  await cora.receives("would like to be a mentor");
  await cora.presses("decline-mentor");
  await cora.isShown("they are told");
  await nia.receives("has not accepted you");
  expect(s.machine.slack.channel(LOCAL.mentorsChannel)?.members).not.toContain(nia.id);
});

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
  await ada.receives("You are not mentioned until");
  expect(rowOf(s, ada.id)?.["Paused Until"]).toBe("2099-01-01");

  for (const view of slack.openViews(ada.id).toReversed().slice(0, -1)) await ada.slack.close(view);
  await ada.slack.press({ id: form.id }, "volunteer-leave");
  await ada.receives("You are no longer mentioned");
  expect(rowOf(s, ada.id)?.Active).toBeUndefined();
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
    await ada.receives("You are not mentioned until");

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
