import { type Cells, FORGOTTEN } from "./cells.ts";
import type { Tables } from "./tables.ts";

/**
 * Whether this cell of a closed request differs as it does once somebody was taken out of the records: their id, their
 * words and the links to them. The request itself still knows all of it, and nobody wants it back.
 */
export function isForgotten(
  name: string,
  [wanted, found]: readonly [Cells, Cells],
  { requests: { columns } }: Tables,
): boolean {
  const isOneOf = (...some: readonly (keyof typeof columns)[]) => some.some((column) => columns[column].name === name);
  const cell = found[name];
  const isEmpty = cell === undefined || cell === null || cell === "" || (Array.isArray(cell) && cell.length === 0);
  if (isOneOf("mentee", "mentorSlackId", "filedBy")) return isEmpty || cell === FORGOTTEN;
  if (isOneOf("details", "additions", "comment", "affiliation", "mentor")) return isEmpty;
  if (!isOneOf("mentioned", "passed", "excluded")) return false;
  const before = words(wanted[name]);
  return words(cell).every((member) => before.includes(member));
}

const words = (cell: unknown): readonly string[] =>
  String(cell ?? "")
    .split(" ")
    .filter(Boolean);
