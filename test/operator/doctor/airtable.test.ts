import { expect, test } from "vitest";
import { openAirtable } from "../../../activities/airtable/airtable.ts";
import { nameTables } from "../../../domain/name-tables.ts";
import { TABLES, type Tables } from "../../../domain/tables.ts";
import { AIRTABLE_MISHAPS } from "../../../local/airtable-simulator/airtable-mishaps.ts";
import type { AirtableSimulator } from "../../../local/airtable-simulator/airtable-simulator.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { checkAirtable, seedAirtable } from "../../../operator/doctor/check-airtable.ts";
import { type ABase, aBase } from "../../activities/airtable/a-base.ts";

interface Opened {
  readonly token?: string;
  readonly base?: string;
  readonly tables?: Tables;
}

const opened = (
  { airtable }: ABase,
  { token = LOCAL.airtableToken, base = LOCAL.airtableBase, tables = TABLES }: Opened = {},
) => openAirtable({ token, base, url: airtable.url, processes: 1, tables });

const told = async (at: ABase, options?: Opened) =>
  (await checkAirtable(opened(at, options))).map(({ what, remedy }) => `${what} ${remedy}`);

test("of the base as it is seeded there is nothing to say", async () => {
  const at = await aBase();
  at.table("Mentors").addField({ name: "Shoe Size", type: "number" });
  expect(await told(at)).toEqual([]);
});

const scopes = (airtable: AirtableSimulator, ...kept: Parameters<AirtableSimulator["setTokenScopes"]>[1]) =>
  airtable.setTokenScopes(LOCAL.airtableToken, kept);

type Defect = readonly [string, (at: ABase) => unknown, RegExp, Opened?];

const DEFECTS: readonly Defect[] = [
  [
    "an unknown base",
    () => undefined,
    /no base with the id.*reaches appMusterLocal001 \("Mentorship"\)/,
    { base: "appNoSuchBase0001" },
  ],
  ["a revoked token", ({ airtable }) => airtable.revokeToken(LOCAL.airtableToken), /refuses the token.*AIRTABLE_TOKEN/],
  ["a token that was cut", () => undefined, /refuses the token.*pasted whole/, { token: "patLocal" }],
  [
    "a token without the schema",
    ({ airtable }) => scopes(airtable, "data.records:read"),
    /schema\.bases:read to the token/,
  ],
  [
    "a token that may not read",
    ({ airtable }) => scopes(airtable, "schema.bases:read"),
    /may not read rows.*data\.records:read/,
  ],
  [
    "a token that may not write",
    ({ airtable }) => scopes(airtable, "schema.bases:read", "data.records:read"),
    /may not write rows.*data\.records:write/,
  ],
  [
    "a month that is used up",
    ({ airtable }) => airtable.faults.add({ does: AIRTABLE_MISHAPS.billingLimitReached, times: 1 }),
    /month's calls.*Usage/,
  ],
  [
    "a server that is down",
    ({ airtable }) => airtable.faults.add({ does: { kind: "html" }, times: 1 }),
    /status\.airtable/,
  ],
  ["a missing table", ({ table }) => table("Pairings").removeTable(), /no table "Pairings".*--seed/],
  [
    "a renamed table",
    ({ table }) => table("Mentors").rename("People"),
    /no table "Mentors"; "People" looks like it.*Rename/,
  ],
  [
    "a table with another name's end",
    ({ table }) => table("Skillsets").rename("Skill Sets"),
    /"Skill Sets" looks like it/,
  ],
  [
    "another base",
    ({ table }) => {
      for (const { name } of Object.values(TABLES)) table(name).rename(`Old ${name.length} ${name.slice(0, 2)}`);
    },
    /none of the tables.*AIRTABLE_BASE/,
  ],
  [
    "a missing column",
    ({ table }) => table("Mentors").removeField("Max Mentees"),
    /no column "Max Mentees".*add it as number/,
  ],
  [
    "a renamed column",
    ({ table }) => table("Mentors").renameField("Slack ID", "Slack Name ID"),
    /no column "Slack ID"; "Slack Name ID" looks like it.*AIRTABLE_MAPPING/,
  ],
  [
    "a renamed first column",
    ({ table }) => table("Mentor Requests").renameField("Request ID", "Number"),
    /no column "Request ID"; "Number" looks like it/,
  ],
  [
    "a retyped column",
    ({ table }) => table("Mentors").retypeField("Active", "singleLineText"),
    /"Active" is of the type singleLineText.*type checkbox/,
  ],
  [
    "a link that became text",
    ({ table }) => table("Mentors").retypeField("Skillsets", "singleLineText"),
    /"Skillsets" is of the type singleLineText, and holds words instead of links.*link to another record, of Skillsets\. It keeps/,
  ],
  [
    "skills that are options of a select",
    ({ table }) => table("Mentors").retypeField("Skillsets", "multipleSelects", { choices: ["SQL", "Go"] }),
    /Mentors, "Skillsets" is of the type multipleSelects.*link to another record, of Skillsets.*the row of the same name/,
  ],
  [
    "a request's service that is an option of a select",
    ({ table }) => table("Mentor Requests").retypeField("Service", "singleSelect", { choices: ["Code review"] }),
    /Mentor Requests, "Service" is of the type singleSelect.*link to another record, of Services/,
  ],
  [
    "a date that got a time",
    ({ table }) => table("Mentors").retypeField("Paused Until", "dateTime"),
    /"Paused Until" is of the type dateTime.*date, without time/,
  ],
  [
    "a computed column",
    ({ table }) => table("Mentor Requests").retypeField("Post", "autoNumber"),
    /"Post" is of the type autoNumber/,
  ],
  [
    "a missing option",
    ({ table }) => table("Mentor Requests").removeOption("Status", "held"),
    /no option "held".*add the option "held"/,
  ],
  [
    "an option in upper case",
    ({ table }) =>
      table("Mentor Requests").retypeField("Status", "singleSelect", {
        choices: ["new", "Waiting", "claimed", "held", "closed"],
      }),
    /no option "waiting", but "Waiting".*add the option "waiting".*Do not rename "Waiting"/,
  ],
  [
    "a link to another table",
    ({ table }) => {
      table("Mentors").removeField("Services");
      const linkedTableId = table("Affiliations").id;
      table("Mentors").addField({ name: "Services", type: "multipleRecordLinks", options: { linkedTableId } });
    },
    /"Services" links to "Affiliations".*link to Services/,
  ],
  [
    "two columns alike",
    ({ table }) => table("Mentors").addField({ name: "Slack Id ", type: "singleLineText" }),
    /look alike: "Slack ID" and "Slack Id "/,
  ],
  [
    "two mentors with one Slack id",
    ({ table }) => table("Mentors").insert({ "Full Name": "Ada Again", "Slack ID": "U0ADA" }),
    /Ada Petrov \(rec\w+\), Ada Again \(rec\w+\) have the same Slack ID/,
  ],
  [
    "a Slack name where an id belongs",
    ({ table }) => table("Mentors").insert({ "Full Name": "Zoe", "Slack ID": "@zoe", Active: true }),
    /Zoe \(rec\w+\) have a Slack ID that is none.*Copy member ID/,
  ],
  [
    "a mentor whom nobody can find",
    ({ table }) => table("Mentors").insert({ "Full Name": "Zoe", Active: true }),
    /Zoe \(rec\w+\) have neither a Slack ID nor an e-mail/,
  ],
  [
    "two mentors with one e-mail address and no Slack id",
    ({ table }) => {
      for (const Email of ["zoe@example.com", "Zoe@Example.com "]) {
        table("Mentors").insert({ "Full Name": "Zoe", Email, Active: true });
      }
    },
    /Zoe \(rec\w+\), Zoe \(rec\w+\) have no Slack ID, and the e-mail address of another row.*Keep one row each/,
  ],
  [
    "a mentor without a name",
    ({ table }) => table("Mentors").insert({ "Slack ID": "U0NIA", Active: true }),
    /a row without a name \(rec\w+\) have no name, and do not count.*Fill in the name/,
  ],
  [
    "a number of mentees that is none",
    ({ table }) =>
      table("Mentors").insert({ "Full Name": "Zoe", "Slack ID": "U0ZOE", Active: true, "Max Mentees": -1 }),
    /Zoe \(rec\w+, Max Mentees\) have a cell that cannot be read/,
  ],
  [
    "a skill without a name",
    ({ table }) => {
      const blank = table("Skillsets").insert({});
      const zoe = table("Mentors").insert({ "Full Name": "Zoe", "Slack ID": "U0ZOE", Active: true });
      table("Mentors").edit(zoe, { Skillsets: [blank] });
    },
    /Zoe \(rec\w+\) have a skill that is not in Skillsets, or has no name there; their others count/,
  ],
  [
    "a form with nothing to choose",
    ({ table }) => {
      for (const { id } of table("Skillsets").rows()) table("Skillsets").remove(id);
    },
    /Skillsets has no rows.*Add some/,
  ],
];

for (const [defect, plant, expected, options] of DEFECTS) {
  test(`${defect} is found, with what to do`, async () => {
    const at = await aBase();
    plant(at);
    expect(await told(at, options)).toEqual([expect.stringMatching(expected)]);
  });
}

const letMakeTables = ({ airtable }: ABase) =>
  scopes(airtable, "data.records:read", "data.records:write", "schema.bases:read", "schema.bases:write");

test("everything that is missing is made, and what looks renamed is left to a person", async () => {
  const at = await aBase();
  letMakeTables(at);
  at.table("Pairings").removeTable();
  at.table("Affiliations").removeTable();
  at.table("Mentors").removeField("Max Mentees");
  at.table("Mentors").renameField("Bio", "Biography (Bio)");
  const made = await seedAirtable(opened(at));
  expect(made).toEqual([
    'the table "Affiliations"',
    'the table "Pairings"',
    'the column "Max Mentees" of Mentors',
    'the column "Affiliation" of Mentor Requests',
    'the column "Request" of Pairings',
    'the column "Mentor" of Pairings',
  ]);
  expect(await told(at)).toEqual([expect.stringMatching(/"Bio"; "Biography \(Bio\)" looks like it/)]);
  at.table("Mentors").renameField("Biography (Bio)", "Bio");
  expect(await told(at)).toEqual([]);
  expect(await seedAirtable(opened(at))).toEqual([]);
});

test("in a new base everything is made, and made once", async () => {
  const at = await aBase();
  letMakeTables(at);
  for (const { name } of Object.values(TABLES)) at.table(name).removeTable();
  const made = await seedAirtable(opened(at));
  expect(made).toEqual(expect.arrayContaining(Object.values(TABLES).map(({ name }) => `the table "${name}"`)));
  expect(await told(at)).toEqual([
    expect.stringMatching(/Services has no rows/),
    expect.stringMatching(/Skillsets has no rows/),
  ]);
  expect(await seedAirtable(opened(at))).toEqual([]);
});

test("a base that knows mentors by a Slack name and an address gets a Slack ID, and keeps what it has", async () => {
  const at = await aBase();
  letMakeTables(at);
  at.table("Mentors").renameField("Slack ID", "Slack Name");
  at.table("Mentor Requests").renameField("Request ID", "Email");
  at.table("Mentor Requests").retypeField("Email", "email");
  expect(await told(at)).toEqual([
    expect.stringMatching(/^Mentors has no column "Slack ID"\. npm run doctor -- --seed makes it/),
    expect.stringMatching(/^Mentor Requests has no column "Request ID"\. npm run doctor -- --seed makes it/),
  ]);
  expect(await seedAirtable(opened(at))).toEqual([
    'the column "Slack ID" of Mentors',
    'the column "Request ID" of Mentor Requests',
  ]);
});

test("a token that may not make tables is told which scope that takes", async () => {
  const at = await aBase();
  at.table("Pairings").removeTable();
  expect(await seedAirtable(opened(at))).toMatchObject({ remedy: expect.stringContaining("schema.bases:write") });
});

test("of a base with names of its own, which a mapping tells, there is nothing to say", async () => {
  const at = await aBase();
  at.table("Mentor Requests").renameField("Mentee Slack ID", "Slack User");
  at.table("Mentor Requests").rename("Mentor Request");
  const tables = nameTables({
    "Mentor Requests": { name: "Mentor Request", columns: { "Mentee Slack ID": "Slack User" } },
  });
  if ("problems" in tables) throw new Error(tables.problems.join());
  expect(await told(at, { tables })).toEqual([]);
});
