/** What a part of a formula comes to; null is blank. */
export type FormulaValue = string | number | boolean | null | readonly FormulaValue[];

/** The formula comes to #ERROR! for this row. */
export class FormulaFailure extends Error {}

/** A row is listed unless its formula comes to 0, false, "", NaN, [] or #ERROR!. */
export function isTrue(value: FormulaValue): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return Boolean(value);
}

/** Lists are joined with commas, as Airtable shows them. */
export function toText(value: FormulaValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "number") return String(value);
  return value.map(toText).join(", ");
}

/** Blank counts as 0, true as 1; a text is an error. */
export function toNumber(value: FormulaValue): number {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  if (typeof value !== "string" && value.length === 1 && value[0] !== undefined) return toNumber(value[0]);
  throw new FormulaFailure();
}

/** Milliseconds since 1970. */
export function toMoment(value: FormulaValue): number {
  const moment = Date.parse(toText(value));
  if (Number.isNaN(moment)) throw new FormulaFailure();
  return moment;
}

/** Blank equals "", 0 and FALSE(); TRUE() equals 1; a text never equals a number; letters count as they are. */
export function isEqual(left: FormulaValue, right: FormulaValue): boolean {
  const [one, other] = comparable(left, right);
  return one === other;
}

/** Negative, 0 or positive, as for sorting. */
export function compare(left: FormulaValue, right: FormulaValue): number {
  const [one, other] = comparable(left, right);
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (one === other) return 0;
  return String(one) < String(other) ? -1 : 1;
}

function comparable(left: FormulaValue, right: FormulaValue): [string | number, string | number] {
  return [scalar(left, right), scalar(right, left)];
}

function scalar(value: FormulaValue, beside: FormulaValue): string | number {
  if (value === null) return typeof beside === "number" || typeof beside === "boolean" ? 0 : "";
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" ? value : toText(value);
}
