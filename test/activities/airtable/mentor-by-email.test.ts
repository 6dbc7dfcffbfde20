import { expect, test } from "vitest";
import { findMentorsByEmail } from "../../../activities/airtable/find-mentors-by-email.ts";
import { mentorTableOf } from "../../../activities/airtable/mentors.ts";
import { readMentor } from "../../../activities/airtable/read-mentor.ts";
import { deactivateMentor, pauseMentor, recordMentor } from "../../../activities/airtable/record-mentor.ts";
import { memberId, type RecordId } from "../../../domain/ids.ts";
import { inActivity } from "../in-activity.ts";
import { aSlack } from "../slack/a-slack.ts";
import { aBase } from "./a-base.ts";

test("mentors are looked up at Slack's pace; what was found is kept, and another attempt goes on from there", async () => {
  const { base, table } = await aBase();
  const { slack, client } = await aSlack();
  const mentors = table("Mentors");
  const rows = ["nia@example.com", "nobody@example.com", "denis@example.com"].map((Email) =>
    mentors.insert({ "Full Name": Email, Email, Active: true }),
  );
  slack.faults.add({ on: "users.lookupByEmail", does: { kind: "rate-limited", retryAfterSeconds: 1 }, times: 1 });
  const beats: unknown[] = [];
  const find = (attempt: object) =>
    inActivity(
      { onHeartbeat: (details) => beats.push(details), ...attempt },
      findMentorsByEmail({ base, slack: client, mentors: mentorTableOf(base) }),
    );
  expect(await find({})).toEqual([rows[1]]);
  expect(mentors.row(rows[0] ?? "")?.fields["Slack ID"]).toBe("U0NIA");
  expect(beats.at(-1)).toEqual([rows[1]]);

  const asked = () => slack.calls.filter(({ method }) => method === "users.lookupByEmail").length;
  const before = asked();
  expect(await find({ heartbeatDetails: [rows[1]] })).toEqual([rows[1]]);
  expect(asked() - before).toBe(0);
  // What one comparison did not find, the next asks for again.
  expect(await find({})).toEqual([rows[1]]);
  expect(asked() - before).toBe(1);
});

test("a second row of somebody who has one is not given their id, which would keep both from counting; it is named", async () => {
  const { base, table } = await aBase();
  const { client: slack } = await aSlack();
  const list = mentorTableOf(base);
  const [ada] = table("Mentors")
    .rows()
    .filter(({ fields }) => fields["Slack ID"] === "U0ADA");
  table("Mentors").edit(ada?.id ?? "", { Email: null });
  const second = table("Mentors").insert({ "Full Name": "Ada P.", Email: "ADA@example.com", Active: true });
  const find = findMentorsByEmail({ base, slack, mentors: list });
  expect(await inActivity({}, find)).toEqual([second]);
  expect(table("Mentors").row(second)?.fields["Slack ID"]).toBeUndefined();
  const { mentors } = await inActivity({}, () => list.get(0));
  expect(mentors.map(({ id }) => id)).toContain("U0ADA");
});

const NIA = memberId("U0NIA");

/** The records and Slack, where Nia has the address `nia@example.com`, and a row that staff have begun with these cells. */
async function beginningWith(cells: Readonly<Record<string, unknown>>) {
  const { base, table } = await aBase();
  const sources = { base, slack: (await aSlack()).client, mentors: mentorTableOf(base) };
  const mentors = table("Mentors");
  const row = mentors.insert({ "Full Name": "N. Okafor", Active: true, ...cells });
  const count = mentors.rows().length;
  const sql = table("Skillsets")
    .rows()
    .find(({ fields }) => fields.Name === "SQL")?.id as RecordId;
  const log: string[] = [];
  const doing = <Result>(run: () => Promise<Result>) => inActivity({ log: (line) => log.push(line) }, run);
  const profile = { skills: [{ id: sql, name: "SQL" }], services: [], bio: "I like compilers." };
  return {
    sql,
    log,
    record: () => doing(() => recordMentor(sources)({ member: NIA, profile, activate: false })),
    pause: () => doing(() => pauseMentor(sources)({ member: NIA, until: Date.parse("2099-01-01T00:00:00Z") })),
    leave: () => doing(() => deactivateMentor(sources)({ member: NIA })),
    read: () => doing(() => readMentor(sources)({ member: NIA })),
    fields: () => mentors.row(row)?.fields,
    added: () => mentors.rows().slice(count),
  };
}

test("a mentor whose row holds an e-mail address only has it written over, with their Slack id, and no second row", async () => {
  const at = await beginningWith({ Email: "Nia@Example.com", "Max Mentees": 3 });
  expect(await at.record()).toEqual({ wasActive: true });
  expect(await at.record()).toEqual({ wasActive: true });
  expect(at.added()).toEqual([]);
  expect(at.fields()).toEqual({
    "Full Name": "Nia Okafor",
    "Slack ID": "U0NIA",
    Email: "Nia@Example.com",
    Active: true,
    Skillsets: [at.sql],
    "Time Zone": "Europe/Berlin",
    Bio: "I like compilers.",
  });
  expect(at.log.join()).not.toMatch(/@example/i);
});

test("such a row is what the form begins with, and is given the id with a break, and with leaving", async () => {
  const at = await beginningWith({ Email: " nia@example.com", Bio: "I like detours." });
  expect(await at.read()).toEqual({ active: true, skills: [], services: [], bio: "I like detours." });
  await at.pause();
  expect(at.fields()).toMatchObject({ "Slack ID": "U0NIA", "Paused Until": "2099-01-01", Active: true });

  const another = await beginningWith({ Email: "nia@example.com" });
  expect(await another.leave()).toEqual({ wasActive: true });
  expect(another.fields()).toMatchObject({ "Slack ID": "U0NIA" });
  expect(another.fields()?.Active).toBeUndefined();
  expect([...at.added(), ...another.added()]).toEqual([]);
});

test("a row that staff have not made active stays so until somebody accepts", async () => {
  const at = await beginningWith({ Email: "nia@example.com", Active: false });
  expect(await at.record()).toEqual({ wasActive: false });
  expect(at.fields()).toMatchObject({ "Slack ID": "U0NIA" });
  expect(at.fields()?.Active).toBeUndefined();
});

test.each([
  ["somebody else's Slack id", { Email: "nia@example.com", "Slack ID": "U0OTHER" }],
  ["another address", { Email: "niamh@example.com" }],
])("a row with %s is left alone", async (_, cells) => {
  const at = await beginningWith(cells);
  const before = at.fields();
  expect(await at.read()).toBeUndefined();
  expect(await at.record()).toEqual({ wasActive: false });
  expect(at.fields()).toEqual(before);
  expect(at.added().map(({ fields }) => fields["Slack ID"])).toEqual(["U0NIA"]);
});

test.each([
  ["blanks around the Slack id", { "Slack ID": "U0NIA " }],
  ["a cell that cannot be read", { "Slack ID": "U0NIA", "Max Mentees": -1 }],
])("a row with %s is theirs all the same, and stays the only one", async (_, cells) => {
  const at = await beginningWith(cells);
  expect(await at.read()).toMatchObject({ active: true });
  expect(await at.record()).toEqual({ wasActive: true });
  expect(at.added()).toEqual([]);
  expect(at.fields()).toMatchObject({ "Slack ID": "U0NIA", Active: true, Bio: "I like compilers." });
});
