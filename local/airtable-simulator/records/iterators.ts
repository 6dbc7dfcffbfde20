import { isId, newId } from "../airtable-id.ts";
import { invalidOffset, iteratorGone } from "../api-error.ts";

/** How long a page may be awaited. Airtable says only that iteration times out after inactivity. */
const PATIENCE_MS = 10 * 60_000;

export interface Position {
  readonly iterator: string;
  /** The record that comes next; it may have been removed meanwhile, */
  readonly recordId: string;
  /** then this place in the list is where to go on. */
  readonly index: number;
}

/** Lists that somebody is paging through. They do not survive a restart, as Airtable's do not. */
export class Iterators {
  readonly #now: () => number;
  readonly #open = new Map<string, { index: number; usedAt: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The offset that asks for the page beginning there; the first such call opens the iterator. */
  offset(at: { readonly iterator: string | undefined; readonly recordId: string; readonly index: number }): string {
    const iterator = at.iterator ?? newId("itr");
    this.#open.set(iterator, { index: at.index, usedAt: this.#now() });
    return `${iterator}/${at.recordId}`;
  }

  resume(offset: string): Position {
    const [iterator = "", recordId = "", ...rest] = offset.split("/");
    if (!isId("itr", iterator) || !isId("rec", recordId) || rest.length) throw invalidOffset(offset);
    const open = this.#open.get(iterator);
    if (!open || this.#now() - open.usedAt > PATIENCE_MS) throw iteratorGone();
    return { iterator, recordId, index: open.index };
  }

  expireAll(): void {
    this.#open.clear();
  }
}
