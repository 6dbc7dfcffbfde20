import { stringify } from "csv-stringify/sync";
import type { Row } from "../../activities/airtable/read-table.ts";

/**
 * Rows as CSV: these columns first, then whatever else there is. `names` says what to write for the id of a linked row.
 * What a spreadsheet would run as a formula (=, +, -, @, tab, carriage return) is escaped: https://owasp.org/www-community/attacks/CSV_Injection
 * A cell with any break of a line in it is quoted, or what follows would begin a row, and a formula.
 */
export function asCsv(rows: readonly Row[], ours: readonly string[], names: ReadonlyMap<string, string>): string {
  const others = rows.flatMap(({ fields }) => Object.keys(fields)).filter((name) => !ours.includes(name));
  const columns = [...ours, ...new Set(others)];
  const lines = rows.map(({ fields }) => columns.map((column) => written(fields[column], names)));
  return stringify([columns, ...lines], { escape_formulas: true, record_delimiter: "windows", quoted_match: /[\r\n]/ });
}

function written(cell: unknown, names: ReadonlyMap<string, string>): string {
  if (cell === undefined || cell === null) return "";
  if (Array.isArray(cell)) return cell.map((one) => written(one, names)).join("; ");
  if (typeof cell === "object") return JSON.stringify(cell);
  return names.get(String(cell)) ?? String(cell);
}
