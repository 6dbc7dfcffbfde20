import { expect, test } from "vitest";
import { asCsv } from "../../operator/export/as-csv.ts";

const cells = (...all: readonly unknown[]) =>
  asCsv([{ id: "rec1", fields: Object.fromEntries(all.map((cell, n) => [`Column ${n}`, cell])) }], [], new Map()).split(
    "\r\n",
  )[1];

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(1)", "'@SUM(1)"],
  ["\t=1", "'\t=1"],
  [["=1", "b"], "'=1; b"],
  ['a "quoted", word', '"a ""quoted"", word"'],
])("%j is exported as %j: nothing that a spreadsheet would run", (cell, written) => {
  expect(cells(cell)).toBe(written);
});

test.each(["I am stuck.\n=HYPERLINK(1)", "I am stuck.\r=HYPERLINK(1)"])(
  "a line of %j that looks like a formula begins no row: it stays in its cell",
  (details) => {
    expect(cells(details, "next")).toBe(`"${details}",next`);
  },
);
