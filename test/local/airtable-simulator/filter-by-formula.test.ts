import { expect, test } from "vitest";
import { BASE, BOB, programme } from "./programme-base.ts";

test.for([
  ["{Name}='Bob'", ["Bob"]],
  ['{Slack ID} = "U2"', ["Eve"]],
  ["Name!='Bob'", ["Eve", "Ann"]],
  ["{Max Mentees}>=10", ["Eve"]],
  ["{Max Mentees}*2-4", ["Eve", "Ann"]],
  ["AND({Active}, NOT({Slack ID}=BLANK()))", ["Bob"]],
  ["OR({Level}='Junior', {Level}='Principal')", ["Eve", "Ann"]],
  ["{Active}=1", ["Bob", "Ann"]],
  ["{Active}=FALSE()", ["Eve"]],
  ["LOWER({Name})='bob'", ["Bob"]],
  ["LEN(TRIM('  '&{Name}&' '))=3", ["Bob", "Eve", "Ann"]],
  ["FIND('SQL', {Skills})", ["Bob", "Eve"]],
  ["FIND('SQL, Go', ARRAYJOIN({Skills}))", ["Bob"]],
  ["SEARCH('nn', {Name})", ["Ann"]],
  ["IF({Active}, {Max Mentees}, 0)", ["Bob"]],
  [`RECORD_ID()='${BOB}'`, ["Bob"]],
  ["IS_AFTER({Joined}, '2026-01-01')", ["Eve"]],
  ["FIND('Igbo', {Languages})", ["Ann"]],
  ["{Slack ID}", ["Bob", "Eve"]],
  ["1/0", []],
  ["{Name}+1", []],
  ["", ["Bob", "Eve", "Ann"]],
] as const)("%s finds %j", async ([formula, found]) => {
  const { names } = await programme();
  expect(await names({ filterByFormula: formula })).toEqual(found);
});

test("quotes and backslashes in a text are read as escaped", async () => {
  const { names, sim } = await programme();
  sim.table(BASE, "Mentors").insert({ Name: 'O\'Neil \\ "Jo"' });
  expect(await names({ filterByFormula: "{Name}='O\\'Neil \\\\ \"Jo\"'" })).toHaveLength(1);
  expect(await names({ filterByFormula: '{Name}="O\'Neil \\\\ \\"Jo\\""' })).toHaveLength(1);
});

test.for([
  ["{Nme}='x'", "Unknown field names: nme"],
  ["AND(Foo, {Bar})", "Unknown field names: foo, bar"],
  ["BAD({Name})", "Unknown function names: bad"],
  ["{Name}=='x'", "Invalid formula. Please check your formula text."],
  ["{Name}='x", "Invalid formula. Please check your formula text."],
  ["AND(1, 2", "Invalid formula. Please check your formula text."],
  ["LOWER()", "Invalid formula. Please check your formula text."],
] as const)("%s is refused: %s", async ([formula, why]) => {
  const { ask } = await programme();
  expect(await ask("get", "/Mentors", { qs: { filterByFormula: formula } })).toEqual({
    status: 422,
    error: "INVALID_FILTER_BY_FORMULA",
    message: `The formula for filtering records is invalid: ${why}`,
  });
});

test("field ids do not work in formulas", async () => {
  const { ask, sim } = await programme();
  const id = sim.tables(BASE)[0]?.primaryFieldId ?? "";
  expect(await ask("get", "/Mentors", { qs: { filterByFormula: `{${id}}='Bob'` } })).toMatchObject({
    message: `The formula for filtering records is invalid: Unknown field names: ${id.toLowerCase()}`,
  });
});

test("what was changed since a moment is found by its time of modification", async () => {
  let now = Date.UTC(2026, 0, 1);
  const { names, sim } = await programme({ now: () => now });
  const filterByFormula = "IS_AFTER(LAST_MODIFIED_TIME(), '2026-01-01T12:00:00.000Z')";
  expect(await names({ filterByFormula })).toEqual([]);
  now = Date.UTC(2026, 0, 2);
  sim.table(BASE, "Mentors").edit(BOB, { "Max Mentees": 3 });
  expect(await names({ filterByFormula })).toEqual(["Bob"]);
});
