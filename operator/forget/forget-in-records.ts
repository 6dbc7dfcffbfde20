import type { AirtableBase } from "../../activities/airtable/airtable.ts";
import { type Row, readTable } from "../../activities/airtable/read-table.ts";
import { updateRows } from "../../activities/airtable/write-rows.ts";
import { type Cells, FORGOTTEN } from "../../domain/cells.ts";
import type { MemberId, RequestId } from "../../domain/ids.ts";

interface Forgetting {
  readonly member: MemberId;
  /** By which a row of theirs is known that holds no Slack id. */
  readonly email: string | undefined;
  /** Requests that are open: their workflows would write everything again. */
  readonly except: readonly RequestId[];
  readonly mode: "do" | "say";
}

/** Removes the mentor's row, and takes the person and their words out of all other rows. Says what it has done. */
export async function forgetInRecords(base: AirtableBase, forgetting: Forgetting): Promise<readonly string[]> {
  const { member, email, except, mode } = forgetting;
  const { mentors, requests, pairings } = base.tables;
  const isOpen = (row: Row, column: string) => except.some((id) => row.fields[column] === id);
  const rows = (await readTable(base, "requests")).filter((row) => !isOpen(row, requests.columns.id.name));
  const pairs = (await readTable(base, "pairings")).filter((row) => !isOpen(row, pairings.columns.requestId.name));
  const own = (await readTable(base, "mentors")).filter(({ fields }) => {
    const slackId = plain(fields[mentors.columns.slackId.name]);
    if (slackId !== "") return slackId === plain(member);
    return email !== undefined && plain(fields[mentors.columns.email.name]) === plain(email);
  });

  const changes = [
    { table: "requests" as const, rows: changed(rows, (row) => withoutMember(row, member, base)) },
    { table: "pairings" as const, rows: changed(pairs, (row) => pairWithout(row, member, base)) },
  ];
  if (mode === "do") {
    for (const change of changes) await updateRows(base, change.table, change.rows);
    for (const { id } of own) await base.call({ method: "DELETE", table: mentors.name, query: { records: [id] } });
  }
  return [
    ...changes
      .filter((change) => change.rows.length > 0)
      .map(
        ({ table, rows: some }) => `${some.length} ${some.length === 1 ? "row" : "rows"} of ${base.tables[table].name}`,
      ),
    ...(own.length > 0 ? [`${own.length === 1 ? "the row" : `${own.length} rows`} in ${mentors.name}`] : []),
  ];
}

/** An id or an address, whatever blanks are around it, in upper or lower case. */
const plain = (cell: unknown): string =>
  String(cell ?? "")
    .trim()
    .toLowerCase();

function withoutMember({ fields }: Row, member: MemberId, { tables: { requests } }: AirtableBase): Cells {
  const { columns } = requests;
  const asked = fields[columns.mentee.name] === member;
  const held = fields[columns.mentorSlackId.name] === member;
  const lists = [columns.mentioned.name, columns.passed.name, columns.excluded.name];
  return {
    ...(asked && {
      [columns.mentee.name]: FORGOTTEN,
      [columns.details.name]: null,
      [columns.additions.name]: null,
      [columns.comment.name]: null,
      [columns.affiliation.name]: [],
    }),
    ...(held && { [columns.mentorSlackId.name]: FORGOTTEN, [columns.mentor.name]: [], [columns.comment.name]: null }),
    ...(fields[columns.filedBy.name] === member && { [columns.filedBy.name]: FORGOTTEN }),
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
    ...(fields[columns.mentee.name] === member && { [columns.mentee.name]: FORGOTTEN }),
    ...(fields[columns.mentorSlackId.name] === member && {
      [columns.mentorSlackId.name]: FORGOTTEN,
      [columns.mentor.name]: [],
    }),
  };
}

function changed(rows: readonly Row[], change: (row: Row) => Cells) {
  return rows
    .map((row) => ({ id: row.id, fields: change(row) }))
    .filter(({ fields }) => Object.keys(fields).length > 0);
}
