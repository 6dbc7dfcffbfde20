import { type Cells, cellsOfPairing, cellsOfRequest, type RowOfMentor } from "../../domain/cells.ts";
import { isMemberId, type RecordId, type RequestId, recordId } from "../../domain/ids.ts";
import { pairingRecords } from "../../domain/pairing.ts";
import { recordOf } from "../../domain/record.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { TABLES } from "../../domain/tables.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { REQUEST_QUERY } from "../../workflows/contract.ts";

interface Written {
  readonly request: MentorRequest;
  /** Each thing in the records that is not as the request says; none when all is well. */
  readonly wrong: readonly string[];
}

/** Whether each of these requests is in the records as it stands. */
export async function recordsOf(machine: OneMachine, ids: readonly RequestId[]): Promise<readonly Written[]> {
  const rows = {
    requests: rowsOf(machine, "requests"),
    pairings: rowsOf(machine, "pairings"),
    mentors: rowsOf(machine, "mentors").flatMap(({ id, fields }) => {
      const member = fields[TABLES.mentors.columns.slackId.name];
      return isMemberId(member) ? [{ id: member, row: id }] : [];
    }),
  };
  return Promise.all(
    ids.map(async (id) => {
      const request = await machine.client.workflow.getHandle(id).query<MentorRequest>(REQUEST_QUERY);
      return { request, wrong: wrongIn(rows, request).map((what) => `${id}: ${what}`) };
    }),
  );
}

interface Rows {
  readonly requests: readonly Row[];
  readonly pairings: readonly Row[];
  readonly mentors: readonly RowOfMentor[];
}

function wrongIn({ requests, pairings, mentors }: Rows, request: MentorRequest): readonly string[] {
  const columns = { requests: TABLES.requests.columns, pairings: TABLES.pairings.columns };
  const [row, ...more] = requests.filter(({ fields }) => fields[columns.requests.id.name] === request.id);
  if (!row) return ["no row"];
  // Of an open request these two are written with the next thing that is worth a write.
  const later = request.standing.status === "closed" ? [] : [columns.requests.mentioned, columns.requests.stepsDone];
  const found = pairings.filter(({ fields }) => fields[columns.pairings.requestId.name] === request.id);
  const wanted = pairingRecords(request);
  return [
    ...more.map(() => "a second row"),
    ...differing(row.fields, cellsOfRequest(TABLES, recordOf(request), mentors), later),
    ...(found.length === wanted.length ? [] : [`${found.length} pairings instead of ${wanted.length}`]),
    ...wanted.flatMap((pairing) => {
      const its = found.find(({ fields }) => fields[columns.pairings.key.name] === pairing.key);
      const cells = cellsOfPairing(TABLES, pairing, { request: row.id, mentors });
      return its ? differing(its.fields, cells) : [`no row of ${pairing.key}`];
    }),
  ];
}

interface Row {
  readonly id: RecordId;
  readonly fields: Cells;
}

function rowsOf({ airtable }: OneMachine, table: keyof Rows): readonly Row[] {
  const { rows } = airtable.table(LOCAL.airtableBase, TABLES[table].name);
  return rows().map(({ id, fields }) => ({ id: recordId(id), fields }));
}

/** The columns that read otherwise. Empty cells are absent in Airtable. */
function differing(found: Cells, wanted: Cells, later: readonly { readonly name: string }[] = []): readonly string[] {
  const plain = (cell: unknown): string => {
    const isEmpty = cell === null || cell === undefined || cell === "" || (Array.isArray(cell) && cell.length === 0);
    return isEmpty ? "" : JSON.stringify(cell);
  };
  return Object.keys(wanted)
    .filter((name) => !later.some((column) => column.name === name))
    .filter((name) => plain(found[name]) !== plain(wanted[name]))
    .map((name) => `${name} is ${plain(found[name])} instead of ${plain(wanted[name])}`);
}
