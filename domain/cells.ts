import type { MemberId, RecordId } from "./ids.ts";
import type { PairingRecord } from "./pairing.ts";
import type { RequestRecord } from "./record.ts";
import type { Column, TableName, Tables } from "./tables.ts";

/** A mentor by Slack id, and the row that holds them. */
export interface RowOfMentor {
  readonly id: MemberId;
  readonly row: RecordId;
}

/** Cells by the names of their columns; null and [] empty a cell. */
export type Cells = Readonly<Record<string, unknown>>;

/** What stands where a person stood who was taken out of the records. */
export const FORGOTTEN = "forgotten";

/** Every column of Mentor Requests that belongs to the workflow. Staff's own columns are not in it, and so not touched. */
export function cellsOfRequest(
  { requests: { columns } }: Tables,
  record: RequestRecord,
  mentors: readonly RowOfMentor[],
): Cells {
  return {
    [columns.id.name]: record.id,
    [columns.mentee.name]: record.mentee,
    [columns.service.name]: [record.service],
    [columns.skills.name]: record.skills,
    [columns.details.name]: record.details,
    [columns.additions.name]: record.additions,
    [columns.affiliation.name]: record.affiliation ? [record.affiliation] : [],
    [columns.status.name]: record.status,
    [columns.mentor.name]: rowOf(record.mentor, mentors),
    [columns.mentorSlackId.name]: record.mentor ?? null,
    [columns.openedAt.name]: iso(record.openedAt),
    [columns.claimedAt.name]: iso(record.claimedAt),
    [columns.agreedOn.name]: iso(record.agreedOn),
    [columns.rating.name]: record.rating ?? null,
    [columns.comment.name]: record.comment ?? null,
    [columns.filedBy.name]: record.filedBy ?? null,
    [columns.followUpOf.name]: record.followUpOf ?? null,
    [columns.closedBecause.name]: record.closedBecause ?? null,
    [columns.mentioned.name]: record.mentioned.join(" "),
    [columns.passed.name]: record.passed.join(" "),
    [columns.excluded.name]: record.excluded.join(" "),
    [columns.post.name]: record.post ?? null,
    [columns.stepsDone.name]: record.stepsDone.join("\n"),
    [columns.policy.name]: record.policy,
  };
}

export function cellsOfPairing(
  { pairings: { columns } }: Tables,
  pairing: PairingRecord,
  { request, mentors }: { readonly request: RecordId | undefined; readonly mentors: readonly RowOfMentor[] },
): Cells {
  return {
    [columns.key.name]: pairing.key,
    [columns.request.name]: request ? [request] : [],
    [columns.requestId.name]: pairing.request,
    [columns.mentee.name]: pairing.mentee,
    [columns.mentor.name]: rowOf(pairing.mentor, mentors),
    [columns.mentorSlackId.name]: pairing.mentor,
    [columns.from.name]: iso(pairing.from),
    [columns.until.name]: iso(pairing.until),
    [columns.ended.name]: pairing.ended ?? null,
    [columns.rating.name]: pairing.rating ?? null,
  };
}

/** The ids of the rows that there are, of the tables that were asked. */
export type RowsThere = { readonly [table in TableName]?: ReadonlySet<string> };

/** The same cells without links to rows that staff have removed: one of those, and nothing is written. */
export function withoutDeadLinks(cells: Cells, columns: Readonly<Record<string, Column>>, there: RowsThere): Cells {
  const links = new Map(Object.values(columns).map((column) => [column.name, column.links]));
  return Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => {
      const table = links.get(name);
      const ids = table && there[table];
      return [name, ids && Array.isArray(cell) ? cell.filter((id) => ids.has(id)) : cell];
    }),
  );
}

/** As many links as can be made: none to a mentor who has no row. */
function rowOf(mentor: MemberId | undefined, mentors: readonly RowOfMentor[]): readonly RecordId[] {
  return mentors.filter(({ id }) => id === mentor).map(({ row }) => row);
}

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());
