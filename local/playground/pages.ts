import { randomUUID } from "node:crypto";
import { Shown } from "./live/shown.tsx";
import type { Place } from "./place.ts";

/** A page in somebody's browser, and what it shows. */
export interface OpenPage {
  readonly id: string;
  readonly place: Place;
  readonly shown: Shown;
  /** How often it has connected: from the second time on, nobody knows what it missed. */
  connections: number;
}

/** So many pages are remembered; a page whose turn is over is simply loaded again. */
const AT_MOST = 100;

export class Pages {
  readonly #open = new Map<string, OpenPage>();

  open(place: Place): OpenPage {
    const page = { id: randomUUID(), place, shown: new Shown(), connections: 0 };
    this.#open.set(page.id, page);
    const [oldest] = this.#open.keys();
    if (this.#open.size > AT_MOST && oldest) this.#open.delete(oldest);
    return page;
  }

  find(id: string): OpenPage | undefined {
    return this.#open.get(id);
  }
}
