import { type Cells, cellsOfRequest, type RowOfMentor, type RowsThere, withoutDeadLinks } from "./cells.ts";
import { driftedPairings, pairingsTwice } from "./drifted-pairings.ts";
import { isForgotten } from "./forgotten.ts";
import { isMemberId, type MemberId, type RecordId, type RequestId } from "./ids.ts";
import type { PairingRecord } from "./pairing.ts";
import type { RequestRecord, WrittenLater } from "./record.ts";
import { isSameCell, linksIn, textIn } from "./same-cell.ts";
import { isAsWrittenEarlier } from "./steps-done.ts";
import type { Tables } from "./tables.ts";
import { type Incomplete, isTyped, readTyped, type TypedRequest } from "./typed-row.ts";

/** A row of Mentor Requests, or of Pairings, with the columns that belong to the workflow. */
export interface RecordRow {
  readonly id: RecordId;
  readonly fields: Cells;
}

/** A request, and whether its record was written as it should read. */
export interface KnownRequest {
  readonly record: RequestRecord;
  /** What is not worth a write of its own, as it was written last; a request that an earlier version wrote does not know. */
  readonly asWritten?: WrittenLater;
  /** Absent as well, while an earlier version answers. */
  readonly pairings?: readonly PairingRecord[];
  readonly settled: boolean;
  readonly open: boolean;
}

/** A claim that staff recorded on a row that waits. */
export interface ClaimByHand {
  readonly request: RequestId;
  readonly mentor: MemberId;
}

/** Why what staff wrote under the mentor of a row that waits is no claim. */
export type NoClaim = "several" | "not-a-slack-id" | "no-usable-row";

/** A request whose row, or that of a pairing, is not as it was written. `columns` by their names; without any, the row is gone. */
export interface Drifted {
  readonly request: RequestId;
  /** The `Pairing ID`, when it is the row of a pairing. */
  readonly pairing?: string;
  readonly open: boolean;
  readonly columns: readonly string[];
  /** Its row, when it has lost its `Request ID`, or `Pairing ID`. */
  readonly lostRow?: RecordId;
  /** Its row, when it is closed: nothing but these columns is written there, since somebody may be forgotten in others. */
  readonly row?: RecordId;
  /** It waits, and staff wrote a mentor there of whom nobody knows who it is. */
  readonly noClaim?: NoClaim;
}

/** Why the row of an active mentor cannot be used. */
export type Unusable =
  | "no-slack-id"
  | "same-email"
  | "not-a-slack-id"
  | "same-slack-id-twice"
  | "no-name"
  | "another-type";

/** A row of Mentors that counts for nobody. */
export interface UnusableRow {
  readonly row: RecordId;
  readonly why: Unusable;
  /** Those whose cells cannot be read, by their names; an earlier version did not say which. */
  readonly columns?: readonly string[];
}

/** The row of an active mentor that chooses skills which Skillsets does not name; with its others it counts. */
export interface UnknownSkills {
  readonly row: RecordId;
  readonly skills: readonly RecordId[];
}

/** A table, or one of its columns, that staff have given another name. */
export interface Renamed {
  readonly table: string;
  readonly column?: string;
  readonly today: string;
}

/** What one look at the rows and the requests has shown. */
export interface Comparison {
  readonly typed: readonly TypedRequest[];
  readonly incomplete: readonly Incomplete[];
  readonly claims: readonly ClaimByHand[];
  readonly drifted: readonly Drifted[];
  /** Rows with one id: nothing can be written while there are two. */
  readonly twice: readonly RequestId[];
  /** The same of pairings, by their `Pairing ID`; an earlier version did not look. */
  readonly pairingsTwice?: readonly string[];
  /** Mentors who hold a request, and have no row any more or are not active. */
  readonly gone: readonly { readonly mentor: MemberId; readonly request: RequestId }[];
}

interface Sides {
  readonly tables: Tables;
  readonly rows: readonly RecordRow[];
  /** The rows of pairings; they are not compared when absent. */
  readonly pairings?: readonly RecordRow[];
  readonly known: readonly KnownRequest[];
  readonly mentors: readonly (RowOfMentor & { readonly active: boolean })[];
  /** Which rows can be linked to; all, when absent. */
  readonly there?: RowsThere;
}

export function compareSides(sides: Sides): Comparison {
  const { rows, known, mentors, pairings, tables, there = {} } = sides;
  const { columns } = sides.tables.requests;
  const idOf = (row: RecordRow) => textIn(row.fields[columns.id.name]);
  const asked = rows.filter((row) => isTyped(row, sides));
  const others = rows.filter((row) => !asked.includes(row));
  const rowOf = (request: RequestId) => others.find((row) => idOf(row) === request)?.id;
  const typed = asked.map((row) => readTyped(row, sides.tables));
  const twice = known.filter(({ record }) => others.filter((row) => idOf(row) === record.id).length > 1);
  const comparable = known.filter((one) => one.settled && !twice.includes(one));
  const looks = comparable
    .map((one) => look(one, others.find((row) => idOf(row) === one.record.id) ?? lost(one, others, sides), sides))
    .filter((one) => one !== undefined);
  return {
    typed: typed.filter((one) => "mentee" in one),
    incomplete: typed.filter((one) => "lacks" in one),
    claims: looks.filter((one) => "mentor" in one),
    drifted: [
      ...looks.filter((one) => "columns" in one),
      ...(pairings ? comparable : []).flatMap((one) =>
        driftedPairings(one, { tables, rows: pairings ?? [], mentors, there, rowOf }),
      ),
    ],
    twice: twice.map(({ record }) => record.id),
    pairingsTwice: pairingsTwice(known, { tables, rows: pairings ?? [] }),
    gone: known.flatMap(({ open, record: { id, mentor } }) =>
      open && mentor && !mentors.some((one) => one.id === mentor && one.active) ? [{ mentor, request: id }] : [],
    ),
  };
}

/** The row of a request whose `Request ID` somebody has emptied or changed: its post is still in it. */
function lost({ record }: KnownRequest, rows: readonly RecordRow[], { known, tables: { requests } }: Sides) {
  const { columns } = requests;
  if (record.post === undefined) return undefined;
  return rows.find(
    ({ fields }) =>
      fields[columns.post.name] === record.post &&
      !known.some((other) => other.record.id === textIn(fields[columns.id.name])),
  );
}

function look(
  { record, asWritten, open }: KnownRequest,
  row: RecordRow | undefined,
  { tables, mentors, there = {} }: Sides,
): ClaimByHand | Drifted | undefined {
  // A row that staff have removed when all was over stays removed.
  if (!row) return open ? { request: record.id, open, columns: [] } : undefined;
  const { columns } = tables.requests;
  const claimedBy = record.status === "waiting" ? mentorByHand(row, mentors, tables) : undefined;
  if (claimedBy) return { request: record.id, mentor: claimedBy };
  const wanted = withoutDeadLinks(cellsOfRequest(tables, { ...record, ...asWritten }, mentors), columns, there);
  const unknown = open && !asWritten ? [columns.mentioned.name, columns.stepsDone.name] : [];
  const differing = Object.keys(wanted).filter(
    (name) =>
      !unknown.includes(name) &&
      !isSameCell(wanted[name], row.fields[name]) &&
      !(name === columns.stepsDone.name && isAsWrittenEarlier(textIn(row.fields[name]), textIn(wanted[name]))) &&
      (open || !isForgotten(name, [wanted, row.fields], tables)),
  );
  if (differing.length === 0) return undefined;
  const isLost = differing.includes(columns.id.name);
  const noClaim = record.status === "waiting" ? whyNoClaim(row, tables) : undefined;
  return {
    request: record.id,
    open,
    columns: differing,
    ...(isLost && { lostRow: row.id }),
    ...(!open && { row: row.id }),
    ...(noClaim && { noClaim }),
  };
}

function mentorByHand({ fields }: RecordRow, mentors: Sides["mentors"], { requests: { columns } }: Tables) {
  const linked = linksIn(fields[columns.mentor.name]);
  const typed = textIn(fields[columns.mentorSlackId.name]);
  const meant = mentors.filter(({ id, row }) => (linked.length > 0 ? linked.includes(row) : id === typed));
  return linked.length > 1 ? undefined : meant[0]?.id;
}

/** Of a row whose mentor is nobody that is known; nothing when it names none. */
function whyNoClaim({ fields }: RecordRow, { requests: { columns } }: Tables): NoClaim | undefined {
  const linked = linksIn(fields[columns.mentor.name]);
  const typed = textIn(fields[columns.mentorSlackId.name]);
  if (linked.length > 1) return "several";
  if (linked.length === 0 && typed === "") return undefined;
  return linked.length === 1 || isMemberId(typed) ? "no-usable-row" : "not-a-slack-id";
}
