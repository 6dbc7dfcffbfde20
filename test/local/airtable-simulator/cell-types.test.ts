import { expect, test } from "vitest";
import { BASE, BOB, programme } from "./programme-base.ts";

test.for([
  ["Name", "Robert", "Robert"],
  ["Email", "not checked", "not checked"],
  ["Max Mentees", 2.5, 2.5],
  ["Max Mentees", 0, 0],
  ["Level", "Junior", "Junior"],
  ["Languages", ["French", "Igbo"], ["French", "Igbo"]],
  ["Joined", "2026-02-28", "2026-02-28"],
  ["Last Seen", "2026-02-28T09:00:00+01:00", "2026-02-28T08:00:00.000Z"],
  ["Last Seen", "2026-02-28", "2026-02-28T00:00:00.000Z"],
  ["Name", null, undefined],
  ["Name", "", undefined],
  ["Active", false, undefined],
  ["Languages", [], undefined],
  ["Skills", [], undefined],
] as const)("%s takes %j and shows %j", async ([field, value, shown]) => {
  const { ask } = await programme();
  const answer = await ask("patch", `/Mentors/${BOB}`, { body: { fields: { [field]: value } } });
  expect([answer.status, Object(answer.body).fields?.[field]]).toEqual([200, shown]);
});

test.for([
  ["Name", 7, "INVALID_VALUE_FOR_COLUMN", 'Field "Name" cannot accept the provided value'],
  ["Max Mentees", "2", "INVALID_VALUE_FOR_COLUMN", 'Field "Max Mentees" cannot accept the provided value'],
  ["Active", "yes", "INVALID_VALUE_FOR_COLUMN", 'Field "Active" cannot accept the provided value'],
  [
    "Level",
    "Expert",
    "INVALID_MULTIPLE_CHOICE_OPTIONS",
    'Insufficient permissions to create new select option ""Expert""',
  ],
  [
    "Languages",
    ["Igbo", "Welsh"],
    "INVALID_MULTIPLE_CHOICE_OPTIONS",
    'Insufficient permissions to create new select option ""Welsh""',
  ],
  ["Languages", "Igbo", "INVALID_VALUE_FOR_COLUMN", 'Field "Languages" cannot accept the provided value'],
  ["Joined", "2026-02-30", "INVALID_VALUE_FOR_COLUMN", 'Cannot parse date value "2026-02-30" for field Joined'],
  ["Joined", "soon", "INVALID_VALUE_FOR_COLUMN", 'Cannot parse date value "soon" for field Joined'],
  ["Skills", ["SQL"], "INVALID_RECORD_ID", 'Value "SQL" is not a valid record ID.'],
  ["Skills", ["recNobody00000001"], "ROW_DOES_NOT_EXIST", "Record ID recNobody00000001 does not exist in this table"],
  [
    "Created",
    "2026-01-01",
    "INVALID_VALUE_FOR_COLUMN",
    'Field "Created" cannot accept a value because the field is computed',
  ],
  [
    "Greeting",
    "Hi",
    "INVALID_VALUE_FOR_COLUMN",
    'Field "Greeting" cannot accept a value because the field is computed',
  ],
] as const)("%s refuses %j with %s", async ([field, value, error, message]) => {
  const { ask } = await programme();
  expect(await ask("patch", `/Mentors/${BOB}`, { body: { fields: { [field]: value } } })).toEqual({
    status: 422,
    error,
    message,
  });
});

test("typecast converts values, adds options and finds or adds linked rows", async () => {
  const { ask, sim } = await programme();
  const fields = { "Max Mentees": "3", Level: "Expert", Skills: ["Go", "Rust"], Active: "true" };
  const answer = await ask("patch", `/Mentors/${BOB}`, { body: { fields, typecast: true } });
  expect(answer.body).toMatchObject({ fields: { "Max Mentees": 3, Level: "Expert", Active: true, "Skill Count": 2 } });
  expect(
    sim
      .table(BASE, "Skills")
      .rows()
      .map((row) => row.fields.Name),
  ).toEqual(["SQL", "Go", "Rust"]);
  const level = sim.tables(BASE)[0]?.fields.find(({ name }) => name === "Level");
  expect(level?.options?.choices?.map(({ name }) => name)).toEqual(["Junior", "Senior", "Principal", "Expert"]);
});

test("computed cells follow what they are computed from", async () => {
  const { ask } = await programme();
  expect((await ask("get", `/Mentors/${BOB}`)).body).toMatchObject({
    fields: { Number: 1, Greeting: "Hello Bob", "Skill Levels": [3, 5], "Skill Count": 2 },
  });
});
