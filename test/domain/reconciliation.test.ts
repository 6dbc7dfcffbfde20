import { expect, test } from "vitest";
import { carryOutDueSteps } from "../../domain/carry-out.ts";
import { cellsOfRequest } from "../../domain/cells.ts";
import { compareSides } from "../../domain/reconciliation.ts";
import { recordOf } from "../../domain/record.ts";
import { TABLES } from "../../domain/tables.ts";
import { aRequest, record, START } from "./a-request.ts";

const CLOSED = {
  ...carryOutDueSteps(aRequest(), START),
  standing: { status: "closed", outcome: { kind: "withdrawn" } },
} as const;

/** What a look at the row of this closed request finds, when some cells of it read otherwise. */
function driftOfClosed(cells: object) {
  const known = { record: recordOf(CLOSED), settled: true, open: false };
  const row = { id: record("Row"), fields: { ...cellsOfRequest(TABLES, known.record, []), ...cells } };
  const sides = { tables: TABLES, rows: [row], known: [known], mentors: [] };
  return compareSides(sides).drifted.flatMap(({ columns }) => columns);
}

test("steps that an earlier version wrote without their times are no drift; others are", () => {
  expect(driftOfClosed({})).toEqual([]);
  expect(driftOfClosed({ "Steps Done": "post 1, receipt" })).toEqual([]);
  expect(driftOfClosed({ "Steps Done": "post 1" })).toEqual(["Steps Done"]);
  expect(driftOfClosed({ "Steps Done": "post 1 2020-01-01T00:00Z\nreceipt 2026-03-02T09:00Z" })).toEqual([
    "Steps Done",
  ]);
});
