import { renderToStaticMarkup } from "react-dom/server";
import type { Part } from "./part.ts";
import { PartView } from "./slot.tsx";

/** What a page has to do to one of its slots: these keys, in this order, of which these are new or different. */
export interface SlotChange {
  readonly slot: string;
  readonly keys: readonly string[];
  readonly html: readonly string[];
}

/** What one page in somebody's browser shows, by version: so that only what has changed is sent to it. */
export class Shown {
  #slots = new Map<string, ReadonlyMap<string, string>>();

  /** Notes that the page shows this. */
  note(slot: string, parts: readonly Part[]): void {
    this.#slots.set(slot, new Map(parts.map(({ key, version }) => [key, version])));
  }

  /** What has to change so that the page shows this; nothing when it does already. Counts as done. */
  change(slot: string, parts: readonly Part[]): SlotChange | undefined {
    const before = this.#slots.get(slot);
    const different = parts.filter(({ key, version }) => before?.get(key) !== version);
    if (before && different.length === 0 && before.size === parts.length) return undefined;
    this.note(slot, parts);
    const html = different.map((part) => renderToStaticMarkup(<PartView part={part} />));
    return { slot, keys: parts.map(({ key }) => key), html };
  }

  /** Nobody knows what the page shows now. */
  forget(): void {
    this.#slots.clear();
  }
}
