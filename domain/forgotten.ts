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
  if (isOneOf("mentee", "mentorSlackId", "filedBy")) return isEmpty(cell) || cell === FORGOTTEN;
  if (isOneOf("details", "additions", "comment", "affiliation", "mentor")) return isEmpty(cell);
  if (!isOneOf("mentioned", "passed", "excluded")) return false;
  const before = words(wanted[name]);
  return words(cell).every((member) => before.includes(member));
}

/** The same of a pairing. */
export function isForgottenInPairing(name: string, found: Cells, { pairings: { columns } }: Tables): boolean {
  const cell = found[name];
  if (name === columns.mentor.name) return isEmpty(cell);
  const isSomebody = name === columns.mentee.name || name === columns.mentorSlackId.name;
  return isSomebody && (isEmpty(cell) || cell === FORGOTTEN);
}

const isEmpty = (cell: unknown): boolean =>
  cell === undefined || cell === null || cell === "" || (Array.isArray(cell) && cell.length === 0);

const words = (cell: unknown): readonly string[] =>
  String(cell ?? "")
    .split(" ")
    .filter(Boolean);
