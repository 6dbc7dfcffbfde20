import { expect, test } from "vitest";
import { mentorTableOf, readMentors, rowsOfMentors, rowsToMend } from "../../../activities/airtable/mentors.ts";
import { readCatalogue } from "../../../activities/airtable/read-catalogue.ts";
import { readTable } from "../../../activities/airtable/read-table.ts";
import { recordRequest } from "../../../activities/airtable/record-request.ts";
import { requestRows } from "../../../activities/airtable/rows-to-compare.ts";
import { HOUR } from "../../../domain/duration.ts";
import { channelId, memberId, type RecordId, requestId } from "../../../domain/ids.ts";
import { type RequestRecord, recordOf } from "../../../domain/record.ts";
import type { MentorRequest } from "../../../domain/request.ts";
import { reconciled } from "../../../domain/wording/reconciled.ts";
import { ADA, aRequest, KEN } from "../../domain/a-request.ts";
import { inActivity } from "../in-activity.ts";
import { type ABase, aBase } from "./a-base.ts";

test("a table of three pages is read whole, each row once", async () => {
  const { airtable, base, table } = await aBase();
  for (let n = 0; n < 230; n++) table("Affiliations").insert({ Name: `Affiliation ${n}` });
  const rows = await readTable(base, "affiliations");
  expect(rows.length).toBe(table("Affiliations").rows().length);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(airtable.calls.filter((call) => call.table === "Affiliations").length).toBe(3);
});

test("old rows of a base that exists, with statuses of its own, are not read at each comparison", async () => {
  const { base, table } = await aBase();
  const requests = table("Mentor Requests");
  for (const Status of ["Complete", "Complete", "closed"]) requests.insert({ Details: "Long ago.", Status });
  requests.insert({ Details: "Nobody knows." });
  const typed = requests.insert({ Details: "Typed.", Status: "new" });
  const open = requests.insert({ Details: "Open.", Status: "Complete", "Request ID": "request-open" });
  const rows = await requestRows(base, Date.now() + HOUR, [requestId("request-open")]);
  expect(rows.map(({ id }) => id)).toEqual([typed, open]);
});

test("the form offers what staff have named, in the order of the alphabet", async () => {
  const { base, table } = await aBase();
  table("Services").insert({ Name: "Algorithms" });
  table("Services").insert({});
  const { services } = await readCatalogue({ base })();
  expect(services[0]?.name).toBe("Algorithms");
  expect(services.length).toBe(table("Services").rows().length - 1);
});

const mentorsNow = (at: ABase, log: string[] = []) =>
  inActivity({ log: (line) => log.push(line) }, async () => (await mentorTableOf(at.base).get(0)).mentors);

test("a mentor is read with all that matching needs", async () => {
  const at = await aBase();
  const mentors = await mentorsNow(at);
  const ken = mentors.find(({ id }) => id === "U0KEN");
  expect(ken).toMatchObject({ name: "Ken Abara", active: true, maxMentees: 1 });
  expect(ken?.skills.length).toBe(4);
  expect(ken?.utcOffset).toBeLessThan(0);
  expect(mentors.find(({ id }) => id === "U0SAM")?.pausedUntil).toBe(Date.parse("2099-01-01T00:00:00+01:00"));
  expect(mentors.find(({ id }) => id === "U0TIM")?.active).toBe(false);
});

test("two rows with the same Slack id are both left out, and named in the log by nothing but their record ids", async () => {
  const at = await aBase();
  const mentors = at.table("Mentors");
  const twin = mentors.insert({
    "Full Name": "Ada Again",
    "Slack ID": " U0ADA ",
    Email: "again@example.com",
    Active: true,
  });
  const nobody = mentors.insert({ "Full Name": "No Slack", Email: "nobody@example.com" });
  const log: string[] = [];
  const read = await mentorsNow(at, log);
  expect(read.some(({ id }) => id === ADA)).toBe(false);
  expect(read.length).toBe(mentors.rows().length - 3);
  expect(log.join()).toContain(twin);
  expect(log.join()).toContain(nobody);
  expect(log.join()).not.toMatch(/@example|Again|No Slack/);
});

test("a mentor whose row has a cell of another type is left out, and the others stay", async () => {
  const at = await aBase();
  at.table("Mentors").retypeField("Max Mentees", "singleLineText");
  const read = await mentorsNow(at);
  expect(read.map(({ id }) => id)).toContain(ADA);
  expect(read.map(({ id }) => id)).not.toContain("U0KEN");
});

test("skills that were options of a select are links once the column is made what the doctor says, and the mentors count", async () => {
  const at = await aBase();
  const mentors = at.table("Mentors");
  const before = await readMentors(at.base);
  mentors.retypeField("Skillsets", "multipleSelects");
  expect((await readMentors(at.base)).mentors).toEqual([]);
  mentors.retypeField("Skillsets", "multipleRecordLinks", { linkedTableId: at.table("Skillsets").id });
  expect(await readMentors(at.base)).toEqual(before);
});

test("of two rows with one e-mail address only one with a Slack id counts; without any, both are named and nobody is asked for", async () => {
  const at = await aBase();
  const mentors = at.table("Mentors");
  const rows = ["ada@example.com", "zoe@example.com", " ZOE@example.com"].map((Email) =>
    mentors.insert({ "Full Name": "Twin", Email, Active: true }),
  );
  const table = await readMentors(at.base);
  expect(table.mentors.map(({ id }) => id)).toContain(ADA);
  expect(rowsToMend(table).map(({ row, why }) => [row, why])).toEqual(rows.map((row) => [row, "same-email"]));
});

test("a mentor without a name does not count, and keeps the links to their row; a row beside a whole one changes nothing", async () => {
  const at = await aBase();
  const mentors = at.table("Mentors");
  const nia = mentors.insert({ "Slack ID": "U0NIA", Active: true });
  const blank = mentors.insert({ "Slack ID": ADA, "Full Name": " ", Active: true });
  const table = await readMentors(at.base);
  const ids = table.mentors.map(({ id }) => id);
  expect(ids).toContain(ADA);
  expect(ids).not.toContain("U0NIA");
  expect(rowsToMend(table)).toMatchObject([
    { row: nia, why: "no-name" },
    { row: blank, why: "no-name" },
  ]);
  const linked = rowsOfMentors(table).map(({ row }) => row);
  expect(linked).toContain(nia);
  expect(linked).not.toContain(blank);
});

test.each([
  ["words", "singleLineText", {}, "SQL, Rust"],
  ["options of a select", "multipleSelects", { choices: ["SQL", "Rust"] }, ["SQL", "Rust"]],
])(
  "a mentor whose skills are %s, and no links to Skillsets, is left out, and named to staff",
  async (_, type, options, skills) => {
    const at = await aBase();
    const mentors = at.table("Mentors");
    mentors.retypeField("Skillsets", type, options);
    const ada = mentors.rows().find(({ fields }) => fields["Slack ID"] === ADA)?.id ?? "";
    mentors.edit(ada, { Skillsets: skills });
    const { leftOut } = await readMentors(at.base);
    const unusable = leftOut.filter(({ row }) => row === ada);
    expect(unusable).toEqual([{ row: ada, id: ADA, active: true, why: "another-type", columns: ["Skillsets"] }]);
    const toDo = unusable.map((one) => ({ about: "unusable", ...one }) as const);
    expect(reconciled({ started: [], claims: [], drifted: [], toDo }).text).toContain(
      `The mentor's row ${ada} counts for nobody: \`Skillsets\` cannot be read there.`,
    );
  },
);

/** The record of a request for SQL that Ada holds, with the ids that this base has. */
function claimedRecord({ table }: ABase): RequestRecord {
  const idIn = (name: string, row: string) =>
    table(name)
      .rows()
      .find(({ fields }) => fields.Name === row)?.id as RecordId;
  const standing = { status: "claimed", by: ADA, verified: true } as const;
  const record = recordOf({ ...aRequest({ details: "<!channel> *x* & </script>" }), standing });
  return { ...record, service: idIn("Services", "Code review"), skills: [idIn("Skillsets", "SQL")] };
}

/** The one that goes with it. */
const pairingOf = ({ id, mentee, openedAt }: RequestRecord) => ({
  key: `${id} 1`,
  request: id,
  mentee,
  mentor: ADA,
  from: openedAt,
});

const recorder = ({ base }: ABase) => recordRequest({ base, mentors: mentorTableOf(base) });

test("a request that is recorded twice is one row, with a member's words as they were typed", async () => {
  const at = await aBase();
  const record = claimedRecord(at);
  await recorder(at)(record);
  await recorder(at)({ ...record, mentioned: [ADA, memberId("U0KEN")] });
  const rows = at.table("Mentor Requests").rows();
  expect(rows.length).toBe(1);
  expect(rows[0]?.fields).toMatchObject({
    "Request ID": record.id,
    "Mentee Slack ID": "U0BOB",
    Status: "claimed",
    "Mentor Slack ID": "U0ADA",
    Details: "<!channel> *x* & </script>",
    Mentioned: "U0ADA U0KEN",
  });
});

test("what staff read in a request's row is what is so, column by column", async () => {
  const at = await aBase();
  const { service, skills } = claimedRecord(at);
  const affiliation = { id: at.table("Affiliations").insert({ Name: "Army spouse" }) as RecordId, name: "Army spouse" };
  const asked = aRequest();
  const request: MentorRequest = {
    ...asked,
    asked: { ...asked.asked, affiliation, additions: ["With joins.", "And indexes."] },
    standing: { status: "claimed", by: ADA, verified: true },
    stay: { ...asked.stay, agreedOn: Date.parse("2026-03-09T17:30:00Z") },
    claimedAt: Date.parse("2026-03-03T08:00:00Z"),
    feedback: { mentor: ADA, rating: 4, comment: "It helped." },
    filedBy: memberId("U0CORA"),
    followUpOf: requestId("request-sql-0000000000"),
    passed: [KEN],
    mentioned: [ADA, KEN],
    excluded: [memberId("U0FRAN"), memberId("U0SAM")],
    posts: [{ channel: channelId("C0MENTORS"), ts: "1767000000.000100", mentioned: [] }],
    done: [
      { step: "post", nth: 0, doneAt: Date.parse("2026-03-02T09:00:10Z") },
      { step: "acknowledge", nth: 0 },
      { step: "remind", nth: 2, doneAt: Date.parse("2026-03-30T09:00:00Z") },
    ],
    policy: { ...asked.policy, name: "spring-2026" },
  };
  await recorder(at)({ ...recordOf(request), service, skills });
  expect(at.table("Mentor Requests").rows()[0]?.fields).toEqual({
    "Request ID": "request-sql-0000000001",
    "Mentee Slack ID": "U0BOB",
    Service: [service],
    Skillsets: skills,
    Details: "My first real query.",
    "Added Details": "With joins.\n\nAnd indexes.",
    Affiliation: [affiliation.id],
    Status: "claimed",
    Mentor: [expect.stringMatching(/^rec/)],
    "Mentor Slack ID": "U0ADA",
    "Requested At": "2026-03-02T09:00:00.000Z",
    "Claimed At": "2026-03-03T08:00:00.000Z",
    "Session At": "2026-03-09T17:30:00.000Z",
    Rating: 4,
    Feedback: "It helped.",
    "Filed By": "U0CORA",
    "Follow-up Of": "request-sql-0000000000",
    Mentioned: "U0ADA U0KEN",
    Passed: "U0KEN",
    Excluded: "U0FRAN U0SAM",
    Post: "C0MENTORS 1767000000.000100",
    "Steps Done": "post 2026-03-02T09:00Z\nacknowledge\nremind 2 2026-03-30T09:00Z",
    Policy: "spring-2026",
  });
});

test("why a request was closed stands in its row", async () => {
  const at = await aBase();
  const { service, skills } = claimedRecord(at);
  const outcome = { kind: "closed-by-coordinator", by: memberId("U0CORA"), reason: "It was asked twice." } as const;
  await recorder(at)({ ...recordOf({ ...aRequest(), standing: { status: "closed", outcome } }), service, skills });
  expect(at.table("Mentor Requests").rows()[0]?.fields).toMatchObject({
    Status: "closed",
    "Closed Because": "It was asked twice.",
    Policy: "default",
  });
});

test.each(["unavailable-after", "dropped-after"] as const)(
  "a record whose first write was not heard of (%s) is still one row after the second",
  async (kind) => {
    const at = await aBase();
    const record = claimedRecord(at);
    at.airtable.faults.add({ on: /^PATCH/, does: { kind }, times: 1 });
    await expect(recorder(at)(record)).rejects.toThrow("tried again soon");
    await recorder(at)(record);
    expect(at.table("Mentor Requests").rows().length).toBe(1);
  },
);

test("a record of a request that nobody holds any more empties the mentor's cells", async () => {
  const at = await aBase();
  const { mentor: _, claimedAt: __, ...waiting } = claimedRecord(at);
  await recorder(at)(claimedRecord(at));
  await recorder(at)({ ...waiting, status: "waiting" });
  const [row] = at.table("Mentor Requests").rows();
  expect(row?.fields).toMatchObject({ Status: "waiting" });
  expect(Object.keys(row?.fields ?? {}).filter((name) => /^(Mentor|Claimed)/.test(name))).toEqual([]);
});

test("each pairing is one row, linked to its request and its mentor, however often it is written", async () => {
  const at = await aBase();
  const record = claimedRecord(at);
  const pairing = pairingOf(record);
  await recorder(at)({ ...record, pairings: [pairing] });
  await recorder(at)({ ...record, pairings: [{ ...pairing, until: record.openedAt + 1, ended: "given back" }] });
  const [row, ...more] = at.table("Pairings").rows();
  expect(more).toEqual([]);
  expect(row?.fields).toMatchObject({
    "Pairing ID": pairing.key,
    Request: [at.table("Mentor Requests").rows()[0]?.id],
    Mentor: [expect.stringMatching(/^rec/)],
    "Mentor Slack ID": ADA,
    "How It Ended": "given back",
  });
});

test("a record is written although staff have removed its service, its affiliation and its mentor's row", async () => {
  const at = await aBase();
  const affiliation = at.table("Affiliations").insert({ Name: "Closed down" }) as RecordId;
  const record = { ...claimedRecord(at), affiliation };
  const write = recorder(at);
  const pairing = pairingOf(record);
  await write(record);
  at.table("Services").remove(record.service);
  at.table("Affiliations").remove(affiliation);
  const ada = at
    .table("Mentors")
    .rows()
    .find(({ fields }) => fields["Slack ID"] === ADA);
  at.table("Mentors").remove(ada?.id ?? "");
  await write({ ...record, status: "held", pairings: [pairing] });
  const [row, ...more] = at.table("Mentor Requests").rows();
  expect(more).toEqual([]);
  expect(row?.fields).toMatchObject({ Status: "held", Skillsets: record.skills, "Mentor Slack ID": ADA });
  expect(Object.keys(row?.fields ?? {})).not.toEqual(expect.arrayContaining(["Service"]));
  expect(at.table("Pairings").rows()[0]?.fields).toMatchObject({ "Mentor Slack ID": ADA, Request: [row?.id] });
});

test("a mentor who is not in the records still stands in the request's row, by Slack id", async () => {
  const at = await aBase();
  await recorder(at)({ ...claimedRecord(at), mentor: memberId("U0NIA") });
  const [row] = at.table("Mentor Requests").rows();
  expect(row?.fields["Mentor Slack ID"]).toBe("U0NIA");
  expect(row?.fields.Mentor).toBeUndefined();
});
