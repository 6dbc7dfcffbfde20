import type { AirtableBase } from "../../activities/airtable/airtable.ts";
import { type Row, readTable } from "../../activities/airtable/read-table.ts";
import { updateRows } from "../../activities/airtable/write-rows.ts";
import { type Cells, FORGOTTEN } from "../../domain/cells.ts";
import type { MemberId, RequestId } from "../../domain/ids.ts";
import type { Column } from "../../domain/tables.ts";

interface Forgetting {
  readonly member: MemberId;
  /** By which a row of theirs is known that holds no Slack id. */
  readonly email: string | undefined;
  /** All requests that are open: their workflows would write everything again. */
  readonly open: readonly RequestId[];
  readonly mode: "do" | "say";
}

/**
 * Removes the mentor's row, and takes the person and their words out of all other rows. Says what it has done, and which
 * requests are open and have them in their rows, which were left alone.
 */
export async function forgetInRecords(
  base: AirtableBase,
  { member, email, open, mode }: Forgetting,
): Promise<{ readonly done: readonly string[]; readonly leftAlone: readonly RequestId[] }> {
  const { mentors, requests, pairings } = base.tables;
  const changes = [
    {
      table: "requests" as const,
      ...changed(await readTable(base, "requests"), { open, of: requests.columns.id }, (row) =>
        withoutMember(row, member, base),
      ),
    },
    {
      table: "pairings" as const,
      ...changed(await readTable(base, "pairings"), { open, of: pairings.columns.requestId }, (row) =>
        pairWithout(row, member, base),
      ),
    },
  ];
  const own = (await readTable(base, "mentors")).filter(({ fields }) => {
    const slackId = plain(fields[mentors.columns.slackId.name]);
    if (slackId !== "") return slackId === plain(member);
    return email !== undefined && plain(fields[mentors.columns.email.name]) === plain(email);
  });

  if (mode === "do") {
    for (const change of changes) await updateRows(base, change.table, change.rows);
    for (const { id } of own) await base.call({ method: "DELETE", table: mentors.name, query: { records: [id] } });
  }
  const done = [
    ...changes
      .filter((change) => change.rows.length > 0)
      .map(
        ({ table, rows: some }) => `${some.length} ${some.length === 1 ? "row" : "rows"} of ${base.tables[table].name}`,
      ),
    ...(own.length > 0 ? [`${own.length === 1 ? "the row" : `${own.length} rows`} in ${mentors.name}`] : []),
  ];
  return { done, leftAlone: [...new Set(changes.flatMap(({ leftAlone }) => leftAlone))] };
}

/** An id or an address, whatever blanks are around it, in upper or lower case. */
const plain = (cell: unknown): string =>
  String(cell ?? "")
    .trim()
    .toLowerCase();

function withoutMember({ fields }: Row, member: MemberId, { tables: { requests } }: AirtableBase): Cells {
  const { columns } = requests;
  const asked = plain(fields[columns.mentee.name]) === plain(member);
  const held = plain(fields[columns.mentorSlackId.name]) === plain(member);
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

/** What changes in rows of requests that are over, and which requests are open whose rows would change. */
function changed(
  rows: readonly Row[],
  { open, of }: { readonly open: readonly RequestId[]; readonly of: Column },
  change: (row: Row) => Cells,
) {
  const differing = rows
    .map((row) => ({ row, fields: change(row), request: open.find((id) => id === row.fields[of.name]) }))
    .filter(({ fields }) => Object.keys(fields).length > 0);
  return {
    rows: differing.filter(({ request }) => request === undefined).map(({ row, fields }) => ({ id: row.id, fields })),
    leftAlone: differing.flatMap(({ request }) => request ?? []),
  };
}
