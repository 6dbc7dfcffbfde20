import type { Column } from "../../domain/tables.ts";

/** Which rows are wanted: all that a formula may say, and whatever is put into it is escaped. Written for today's names. */
export type Formula = (nameToday: (column: string) => string) => string;

/** A name with a brace in it cannot be written, and is refused where names are given. */
const cell =
  ({ name }: Column): Formula =>
  (nameToday) =>
    `{${nameToday(name)}}`;

const compared =
  (column: Column, operator: string, value: string): Formula =>
  (nameToday) =>
    `${cell(column)(nameToday)} ${operator} ${value}`;

export const is = (column: Column, text: string): Formula => compared(column, "=", quoted(text));

/** The same, whatever blanks are around it. */
export const isButForBlanks =
  (column: Column, text: string): Formula =>
  (nameToday) =>
    `TRIM(${cell(column)(nameToday)}) = ${quoted(text)}`;

/** The same address or name, in upper or lower case, whatever blanks are around it. */
export const isInAnyCase =
  (column: Column, text: string): Formula =>
  (nameToday) =>
    `LOWER(TRIM(${cell(column)(nameToday)})) = ${quoted(text.trim().toLowerCase())}`;

export const atLeast = (column: Column, value: number): Formula => compared(column, ">=", String(value));
export const atMost = (column: Column, value: number): Formula => compared(column, "<=", String(value));

/** The moment in this cell is later than that one, in milliseconds. */
export const isAfter =
  (column: Column, at: number): Formula =>
  (nameToday) =>
    `IS_AFTER(${cell(column)(nameToday)}, ${moment(at)})`;

/** Somebody has changed the row since that moment, in milliseconds. */
export const touchedAfter =
  (at: number): Formula =>
  () =>
    `IS_AFTER(LAST_MODIFIED_TIME(), ${moment(at)})`;

const joined =
  (operator: "AND" | "OR") =>
  (...parts: readonly Formula[]): Formula =>
  (nameToday) =>
    `${operator}(${parts.map((part) => part(nameToday)).join(", ")})`;

export const all = joined("AND");
export const any = joined("OR");

const moment = (at: number): string => quoted(new Date(at).toISOString());

const quoted = (text: string): string => `"${escaped(text)}"`;

const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
