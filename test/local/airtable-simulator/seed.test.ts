import { expect, test } from "vitest";
import type { SeedTable } from "../../../local/airtable-simulator/seed.ts";
import { BASE, programme } from "./programme-base.ts";

const name = { name: "Name", type: "singleLineText" };
const seed = (...tables: readonly SeedTable[]) => ({ seed: { bases: [{ id: BASE, name: "P", tables }], tokens: [] } });

test("tables that link to each other have one relation, not two", async () => {
  const { sim } = await programme(
    seed(
      {
        name: "A",
        fields: [name, { name: "Bs", type: "multipleRecordLinks", options: { linkedTableId: "B" } }],
        rows: [{ fields: { Name: "a", Bs: ["b"] } }],
      },
      {
        name: "B",
        fields: [name, { name: "As", type: "multipleRecordLinks", options: { linkedTableId: "A" } }],
        rows: [{ fields: { Name: "b" } }],
      },
    ),
  );
  expect(sim.tables(BASE).map(({ fields }) => fields.map((field) => field.name))).toEqual([
    ["Name", "Bs"],
    ["Name", "As"],
  ]);
  expect(sim.table(BASE, "B").rows()[0]?.fields.As).toEqual([sim.table(BASE, "A").rows()[0]?.id]);
});

test("a second link between the same tables gets another end with another name", async () => {
  const link = (of: string) => ({ name: of, type: "multipleRecordLinks", options: { linkedTableId: "Mentors" } });
  const { sim } = await programme(
    seed({ name: "Mentors", fields: [name] }, { name: "Pairs", fields: [name, link("Mentor"), link("Excluded")] }),
  );
  expect(sim.tables(BASE)[0]?.fields.map((field) => field.name)).toEqual(["Name", "Pairs", "Pairs 2"]);
});

test.for([
  [{ name: "T", fields: [name], rows: [{ fields: { Nmae: "x" } }] }, 'Seed: row 1 of "T": ', "Nmae"],
  [{ name: "T", fields: [name], rows: [{ id: "bob", fields: {} }] }, 'Seed: row 1 of "T": a record id is', "bob"],
  [
    { name: "T", fields: [{ name: "Done", type: "checkbox" }] },
    'the first field of "T" cannot be a primary field',
    "T",
  ],
  [{ name: "T", fields: [name, { name: "X", type: "colour" }] }, '"T.X" has unknown type colour', "X"],
  [
    { name: "T", fields: [name, { name: "X", type: "multipleRecordLinks", options: { linkedTableId: "U" } }] },
    '"T.X" refers to "U"',
    "U",
  ],
] as const)("a seed that Airtable could not hold is refused: %j", async ([table, why, what]) => {
  await expect(programme(seed(table))).rejects.toThrow(why);
  await expect(programme(seed(table))).rejects.toThrow(what);
});
