import type { MemberId } from "./ids.ts";

/** Who did it: a person, the programme itself, or somebody with Temporal's own page. */
export type Actor = MemberId | "muster" | "temporal";

export type What =
  | "asked"
  | "posted"
  | "told"
  | "merged"
  | "overtaken"
  | "unreachable"
  | "claimed"
  | "verified"
  | "refused"
  | "closed";

/** One thing that happened. `note` is a word of the programme (a step, a reason), never a member's free text. */
export interface Entry {
  readonly at: number;
  readonly by: Actor;
  readonly what: What;
  readonly to?: string;
  readonly note?: string;
}

/** What happened, oldest first. Beyond fifty of a kind only the number is kept. */
export interface Timeline {
  readonly entries: readonly Entry[];
  readonly beyond: { readonly [what in What]?: number };
}

const KEPT_OF_A_KIND = 50;

/** The timeline with one more entry, or one more counted. */
export function written(timeline: Timeline | undefined, entry: Entry): Timeline {
  const { entries, beyond } = timeline ?? { entries: [], beyond: {} };
  const kept = entries.filter(({ what }) => what === entry.what).length;
  if (kept < KEPT_OF_A_KIND) return { entries: [...entries, entry], beyond };
  return { entries, beyond: { ...beyond, [entry.what]: (beyond[entry.what] ?? 0) + 1 } };
}
