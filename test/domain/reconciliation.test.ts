import { expect, test } from "vitest";
import { carryOutDueSteps } from "../../domain/carry-out.ts";
import { type Cells, cellsOfPairing, cellsOfRequest, FORGOTTEN } from "../../domain/cells.ts";
import { DAY } from "../../domain/duration.ts";
import { channelId } from "../../domain/ids.ts";
import { pairingRecords } from "../../domain/pairing.ts";
import { compareSides, type RecordRow } from "../../domain/reconciliation.ts";
import { recordOf } from "../../domain/record.ts";
import { moved } from "../../domain/request.ts";
import { TABLES } from "../../domain/tables.ts";
import { reconciled } from "../../domain/wording/reconciled.ts";
import { ADA, aRequest, record, START } from "./a-request.ts";

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

test("of an open request the steps and mentions count as they were written last, and not at all before that is known", () => {
  const opened = carryOutDueSteps(aRequest(), START);
  const written = recordOf(opened);
  const later = recordOf(carryOutDueSteps(opened, START + 3 * DAY));
  const drift = (cells: object, asWritten?: Pick<typeof written, "mentioned" | "stepsDone">) => {
    const known = { record: later, settled: true, open: true, ...(asWritten && { asWritten }) };
    const row = { id: record("Row"), fields: { ...cellsOfRequest(TABLES, written, []), ...cells } };
    const { drifted } = compareSides({ tables: TABLES, rows: [row], known: [known], mentors: [] });
    return drifted.flatMap(({ columns }) => columns);
  };
  expect(later.stepsDone.length).toBeGreaterThan(written.stepsDone.length);
  expect(drift({}, written)).toEqual([]);
  expect(drift({ Mentioned: "U0ADA", "Steps Done": null }, written)).toEqual(["Mentioned", "Steps Done"]);
  expect(drift({ "Steps Done": null })).toEqual([]);
});

test.each<[string, Cells, string, string]>([
  ["a name", { "Mentor Slack ID": "Ada Petrov" }, "not-a-slack-id", "`Mentor Slack ID` was none"],
  ["an id that no row has", { "Mentor Slack ID": "U0NOBODY" }, "no-usable-row", "no row of Mentors says who that is"],
  ["a row that counts for nobody", { Mentor: [record("Nobody")] }, "no-usable-row", "no row of Mentors"],
  ["two mentors", { Mentor: [record("Ada"), record("Ken")] }, "several", "more than one mentor"],
])("a claim by hand of %s is no claim, and the coordinator reads why", (_of, cells, why, says) => {
  const known = { record: recordOf(aRequest()), settled: true, open: true };
  const row = { id: record("Row"), fields: { ...cellsOfRequest(TABLES, known.record, []), ...cells } };
  const mentors = [{ id: ADA, row: record("Ada"), active: true }];
  const { claims, drifted } = compareSides({ tables: TABLES, rows: [row], known: [known], mentors });
  expect(claims).toEqual([]);
  expect(drifted).toMatchObject([{ request: known.record.id, noClaim: why }]);
  const toDo = drifted.flatMap(({ request, noClaim }) =>
    noClaim ? [{ about: "no-claim" as const, request, why: noClaim }] : [],
  );
  const { text } = reconciled({ started: [], claims: [], drifted, toDo });
  expect(text).toContain(`The claim that was recorded for ${known.record.id} does not count`);
  expect(text).toContain(says);
});

test("a row that waits, whose other cells were changed, is no claim", () => {
  const known = { record: recordOf(aRequest()), settled: true, open: true };
  const row = { id: record("Row"), fields: { ...cellsOfRequest(TABLES, known.record, []), Details: "Mine." } };
  const { drifted } = compareSides({ tables: TABLES, rows: [row], known: [known], mentors: [] });
  expect(drifted).toEqual([{ request: known.record.id, open: true, columns: ["Details"] }]);
});

test("a row that is new and chooses two services is left alone, and the coordinator reads why", () => {
  const { Service, Skillsets, Details, ...cells } = cellsOfRequest(TABLES, recordOf(aRequest()), []);
  const lookAt = (fields: Cells) => {
    const row = { id: record("Typed"), fields: { ...cells, "Request ID": null, Status: "new", Skillsets, ...fields } };
    return compareSides({ tables: TABLES, rows: [row], known: [], mentors: [] });
  };
  expect(lookAt({ Service, Details })).toMatchObject({ typed: [{ row: record("Typed") }], incomplete: [] });
  const { typed, incomplete } = lookAt({ Service: [record("One"), record("Two")] });
  expect([typed, incomplete]).toEqual([[], [{ row: record("Typed"), lacks: ["Details"], several: ["Service"] }]]);
  const toDo = incomplete.map((one) => ({ about: "incomplete" as const, ...one }));
  expect(reconciled({ started: [], claims: [], drifted: [], toDo }).text).toContain(
    "lacks Details; it also has more than one Service: mend that, and it runs.",
  );
});

test("the only row of a request stays its own, without its id and set to new; a copy of it without an id is another request", () => {
  const post = { channel: channelId("C0MENTORS"), ts: "1.1", mentioned: [] };
  const known = { record: recordOf({ ...aRequest(), posts: [post] }), settled: true, open: true };
  const cells = cellsOfRequest(TABLES, known.record, []);
  const row = { id: record("Row"), fields: { ...cells, "Request ID": null, Status: "new" } };
  const beside = { id: record("Original"), fields: cells };
  const compared = (rows: readonly RecordRow[]) => compareSides({ tables: TABLES, rows, known: [known], mentors: [] });
  expect(compared([row])).toMatchObject({
    typed: [],
    drifted: [{ columns: ["Request ID", "Status"], lostRow: row.id }],
  });
  expect(compared([beside, row])).toMatchObject({ typed: [{ row: row.id }], drifted: [] });
});

const CLAIMED = moved(aRequest(), { status: "claimed", by: ADA, verified: true }, START);
const MENTORS = [{ id: ADA, row: record("Ada"), active: true }];

/** What a look at the pairing of a request finds, when its rows are those. */
function driftOfPairing({ open = true, rows }: { readonly open?: boolean; readonly rows: readonly Cells[] }) {
  const known = { record: recordOf(CLAIMED), pairings: pairingRecords(CLAIMED), settled: true, open };
  return compareSides({
    tables: TABLES,
    rows: [{ id: record("Request"), fields: cellsOfRequest(TABLES, known.record, MENTORS) }],
    pairings: rows.map((fields, n) => ({ id: record(`Pairing ${n}`), fields })),
    known: [known],
    mentors: MENTORS,
  });
}

const [PAIRING] = pairingRecords(CLAIMED);
const CELLS = PAIRING ? cellsOfPairing(TABLES, PAIRING, { request: record("Request"), mentors: MENTORS }) : {};
const KEY = `${CLAIMED.id} 1`;

test("a pairing whose cells were changed is drift, by column; as it was written it is none", () => {
  expect(driftOfPairing({ rows: [CELLS] }).drifted).toEqual([]);
  expect(driftOfPairing({ rows: [{ ...CELLS, Rating: 5, Mentor: [], "How It Ended": "well" }] }).drifted).toEqual([
    { request: CLAIMED.id, pairing: KEY, open: true, columns: ["Mentor", "How It Ended", "Rating"] },
  ]);
});

test("a pairing's row that is gone is drift while the request is open, and stays gone when all is over", () => {
  expect(driftOfPairing({ rows: [] }).drifted).toEqual([
    { request: CLAIMED.id, pairing: KEY, open: true, columns: [] },
  ]);
  expect(driftOfPairing({ rows: [], open: false }).drifted).toEqual([]);
});

test("a pairing's row without its id is found by when it began; two rows with one id are for somebody to mend", () => {
  expect(driftOfPairing({ rows: [{ ...CELLS, "Pairing ID": "mine" }] }).drifted).toEqual([
    { request: CLAIMED.id, pairing: KEY, open: true, columns: ["Pairing ID"], lostRow: record("Pairing 0") },
  ]);
  const [right, wrong] = [CELLS, { ...CELLS, Rating: 1 }];
  for (const rows of [
    [right, wrong],
    [wrong, right],
  ]) {
    expect(driftOfPairing({ rows })).toMatchObject({ drifted: [], pairingsTwice: [KEY] });
  }
});

test("of a pairing that is over, whoever was forgotten stays so, and the rest is put right in its row", () => {
  const forgotten = { ...CELLS, "Mentee Slack ID": FORGOTTEN, "Mentor Slack ID": FORGOTTEN, Mentor: [] };
  expect(driftOfPairing({ rows: [forgotten], open: false }).drifted).toEqual([]);
  expect(driftOfPairing({ rows: [{ ...forgotten, From: null }], open: false }).drifted).toEqual([
    { request: CLAIMED.id, pairing: KEY, open: false, columns: ["From"], row: record("Pairing 0") },
  ]);
});
