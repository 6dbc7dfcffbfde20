import { cellsOfPairing, type RowOfMentor, type RowsThere, withoutDeadLinks } from "./cells.ts";
import { isForgottenInPairing } from "./forgotten.ts";
import type { RecordId, RequestId } from "./ids.ts";
import type { PairingRecord } from "./pairing.ts";
import type { Drifted, KnownRequest, RecordRow } from "./reconciliation.ts";
import { isSameCell, textIn } from "./same-cell.ts";
import type { Tables } from "./tables.ts";

interface Sides {
  readonly tables: Tables;
  /** Of a request that is open all its pairings; of one that is closed, those that were touched. */
  readonly rows: readonly RecordRow[];
  readonly mentors: readonly RowOfMentor[];
  readonly there: RowsThere;
  /** The row of this request, when it is known. */
  readonly rowOf: (request: RequestId) => RecordId | undefined;
}

/** The pairings of this request whose rows are not as they were written. */
export function driftedPairings({ pairings = [], ...known }: KnownRequest, sides: Sides): readonly Drifted[] {
  return pairings.map((pairing) => look(pairing, known, sides)).filter((one) => one !== undefined);
}

/** Pairings that have two rows: nothing can be written there. */
export function pairingsTwice(known: readonly KnownRequest[], { rows, tables }: Pick<Sides, "rows" | "tables">) {
  const { key } = tables.pairings.columns;
  const keys = rows.map(({ fields }) => textIn(fields[key.name]));
  const ours = known.flatMap(({ pairings = [] }) => pairings.map((pairing) => pairing.key));
  return ours.filter((one) => keys.filter((other) => other === one).length > 1);
}

function look(
  pairing: PairingRecord,
  { open, pairings }: Pick<KnownRequest, "open" | "pairings">,
  { tables, rows, mentors, there, rowOf }: Sides,
): Drifted | undefined {
  const { columns } = tables.pairings;
  const { request, key } = pairing;
  const keyOf = ({ fields }: RecordRow) => textIn(fields[columns.key.name]);
  const same = rows.filter((row) => keyOf(row) === key);
  if (same.length > 1) return undefined;
  const others = rows.filter((row) => !pairings?.some((one) => one.key === keyOf(row)));
  const row = same[0] ?? others.find((one) => isOf(pairing, one, tables));
  // A row that staff have removed when all was over stays removed.
  if (!row) return open ? { request, pairing: key, open, columns: [] } : undefined;
  const ofRequest = rowOf(request);
  const cells = cellsOfPairing(tables, pairing, { request: ofRequest, mentors });
  const wanted = withoutDeadLinks(cells, columns, there);
  const differing = Object.keys(wanted).filter(
    (name) =>
      !isSameCell(wanted[name], row.fields[name]) &&
      (ofRequest !== undefined || name !== columns.request.name) &&
      (open || !isForgottenInPairing(name, row.fields, tables)),
  );
  if (differing.length === 0) return undefined;
  const isKeyLost = differing.includes(columns.key.name);
  return {
    request,
    pairing: key,
    open,
    columns: differing,
    ...(isKeyLost && { lostRow: row.id }),
    ...(!open && { row: row.id }),
  };
}

/** Its row by what else is in it, when somebody has emptied or changed the `Pairing ID`. */
function isOf({ request, from }: PairingRecord, { fields }: RecordRow, { pairings: { columns } }: Tables): boolean {
  const began = new Date(from).toISOString();
  return textIn(fields[columns.requestId.name]) === request && isSameCell(began, fields[columns.from.name]);
}
