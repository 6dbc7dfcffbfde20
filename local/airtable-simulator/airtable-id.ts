import { createHash, randomBytes } from "node:crypto";

/** What an id stands for: base, table, field, view, record, select option, user, iterator. */
export type IdPrefix = "app" | "tbl" | "fld" | "viw" | "rec" | "sel" | "usr" | "itr";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 14;

export function newId(prefix: IdPrefix): string {
  return prefix + spell(randomBytes(LENGTH));
}

/** The same names always give the same id, so that a seeded base keeps its ids from one start to the next. */
export function derivedId(prefix: IdPrefix, ...names: readonly string[]): string {
  return prefix + spell(createHash("sha256").update(JSON.stringify(names)).digest().subarray(0, LENGTH));
}

export function isId(prefix: IdPrefix, text: string): boolean {
  return text.startsWith(prefix) && /^[A-Za-z0-9]{14}$/.test(text.slice(prefix.length));
}

function spell(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
}
