import type { ActName } from "./act.ts";
import type { MemberId } from "./ids.ts";
import { shortened } from "./shortened.ts";

/** Who did it: a person, the programme itself, or somebody with Temporal's own page. */
type Actor = MemberId | "muster" | "temporal";

/** What a person did stands there by the act's name; the others are what the programme did or noticed. */
export type What =
  | ActName
  | "asked"
  | "posted"
  | "told"
  | "merged"
  | "overtaken"
  | "unreachable"
  | "verified"
  | "refused"
  | "lapsed"
  | "contradiction"
  | "unanswered"
  | "completed";

/** One thing that happened. */
export interface Entry {
  readonly at: number;
  readonly by: Actor;
  readonly what: What;
  readonly to?: string;
  /** A word of the programme: a step, a reason. */
  readonly note?: string;
  /** What the person said with it, in their own words. */
  readonly words?: string;
}

/** What happened, oldest first. Beyond so many of a kind, or in all, only their number is kept. */
export interface Timeline {
  readonly entries: readonly Entry[];
  readonly beyond: { readonly [what in What]?: number };
}

const KEPT_OF_A_KIND = 50;
/** Beyond that, the first of each kind still finds a place. */
const KEPT_IN_ALL = 400;
const WORDS_KEPT = 200;

/** The timeline with one more entry, or one more counted. */
export function written(timeline: Timeline | undefined, { words, ...entry }: Entry): Timeline {
  const { entries, beyond } = timeline ?? { entries: [], beyond: {} };
  const kept = entries.filter(({ what }) => what === entry.what).length;
  const isFull = kept >= KEPT_OF_A_KIND || (kept > 0 && entries.length >= KEPT_IN_ALL);
  if (isFull) return { entries, beyond: { ...beyond, [entry.what]: (beyond[entry.what] ?? 0) + 1 } };
  const said = words === undefined ? {} : { words: shortened(words, WORDS_KEPT) };
  return { entries: [...entries, { ...entry, ...said }], beyond };
}

/** Why somebody did it, where they have said so. */
export const said = (why: string | undefined): Pick<Entry, "words"> => (why ? { words: why } : {});

/** How often it has happened. */
export function timesOf({ entries, beyond }: Timeline, kind: What): number {
  return entries.filter(({ what }) => what === kind).length + (beyond[kind] ?? 0);
}
