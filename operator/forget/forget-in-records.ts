import type { AirtableBase } from "../../activities/airtable/airtable.ts";
import type { Row } from "../../activities/airtable/read-table.ts";
import type { MemberId, RequestId } from "../../domain/ids.ts";
import { rowsOf } from "../insights/read-figures.ts";

/** What stands where a person stood. */
const NOBODY = "forgotten";
/** Airtable takes ten rows in one call. */
const AT_A_TIME = 10;

interface Forgetting {
  readonly member: MemberId;
  /** Requests that are open: their workflows would write everything again. */
  readonly except: readonly RequestId[];
  readonly mode: "do" | "say";
}

/** Removes the mentor's row, and takes the person and their words out of all other rows. Says what it has done. */
export async function forgetInRecords(base: AirtableBase, forgetting: Forgetting): Promise<readonly string[]> {
  const { member, except, mode } = forgetting;
  const { mentors, requests, pairings } = base.tables;
  const isOpen = (row: Row, column: string) => except.some((id) => row.fields[column] === id);
  const rows = (await rowsOf(base, "requests")).filter((row) => !isOpen(row, requests.columns.id.name));
  const pairs = (await rowsOf(base, "pairings")).filter((row) => !isOpen(row, pairings.columns.requestId.name));
  const own = (await rowsOf(base, "mentors")).filter(({ fields }) => fields[mentors.columns.slackId.name] === member);

  const changes = [
    { table: requests.name, rows: changed(rows, (row) => withoutMember(row, member, base)) },
    { table: pairings.name, rows: changed(pairs, (row) => pairWithout(row, member, base)) },
  ];
  if (mode === "do") {
    for (const change of changes) await update(base, change.table, change.rows);
    for (const { id } of own) await base.call({ method: "DELETE", table: mentors.name, query: { records: [id] } });
  }
  return [
    ...changes
      .filter((change) => change.rows.length > 0)
      .map((change) => `${change.rows.length} rows of ${change.table}`),
    ...(own.length > 0 ? [`the row in ${mentors.name}`] : []),
  ];
}

type Cells = Readonly<Record<string, unknown>>;

function withoutMember({ fields }: Row, member: MemberId, { tables: { requests } }: AirtableBase): Cells {
  const { columns } = requests;
  const asked = fields[columns.mentee.name] === member;
  const held = fields[columns.mentorSlackId.name] === member;
  const lists = [columns.mentioned.name, columns.passed.name, columns.excluded.name];
  return {
    ...(asked && {
      [columns.mentee.name]: NOBODY,
      [columns.details.name]: null,
      [columns.additions.name]: null,
      [columns.comment.name]: null,
      [columns.affiliation.name]: [],
    }),
    ...(held && { [columns.mentorSlackId.name]: NOBODY, [columns.mentor.name]: [], [columns.comment.name]: null }),
    ...(fields[columns.filedBy.name] === member && { [columns.filedBy.name]: NOBODY }),
    ...Object.fromEntries(
      lists.flatMap((column) => {
        const members = String(fields[column] ?? "").split(" ");
        return members.includes(member) ? [[column, members.filter((one) => one !== member).join(" ")]] : [];
      }),
    ),
  };
}

function pairWithout({ fields }: Row, member: MemberId, { tables: { pairings } }: AirtableBase): Cells {
  const { columns } = pairings;
  return {
    ...(fields[columns.mentee.name] === member && { [columns.mentee.name]: NOBODY }),
    ...(fields[columns.mentorSlackId.name] === member && {
      [columns.mentorSlackId.name]: NOBODY,
      [columns.mentor.name]: [],
    }),
  };
}

function changed(rows: readonly Row[], change: (row: Row) => Cells) {
  return rows
    .map((row) => ({ id: row.id, fields: change(row) }))
    .filter(({ fields }) => Object.keys(fields).length > 0);
}

async function update(base: AirtableBase, table: string, rows: readonly { readonly id: string }[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    await base.call({ method: "PATCH", table, body: { records: rows.slice(from, from + AT_A_TIME) } });
  }
}
