/** How many requests are in trouble, and with what: "slack: channel_not_found" and how often. */
export interface Trouble {
  readonly requests: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** What staff know of trouble that is not over. */
export interface ToldOfTrouble {
  readonly told: boolean;
  /** Which reasons they have read; absent when an earlier version told them. */
  readonly reasons?: readonly string[];
}

/** From this length on, what a request says of itself may be cut off. */
const CUT_OFF_AT = 200;

/** From what each request in trouble says of itself. The reason counts, whichever message or card it holds up. */
export function troubleOf(said: readonly string[]): Trouble {
  const reasons: Record<string, number> = {};
  for (const reason of said.flatMap((text) => [...new Set(wholeParts(text).map(withoutPart))])) {
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return { requests: said.length, reasons };
}

/**
 * Whether staff should hear of it: there was none before, a reason came up that they have not read of, or all is over.
 * One request that stays in trouble must not keep the next outage from them.
 */
export function isNews({ requests, reasons }: Trouble, last: ToldOfTrouble): boolean {
  if (requests > 0 !== last.told) return true;
  return last.reasons !== undefined && Object.keys(reasons).some((reason) => !last.reasons?.includes(reason));
}

/** What they know then. A reason that is over is forgotten: when it comes back, it is news. */
export function knownThen({ requests, reasons }: Trouble): ToldOfTrouble {
  return { told: requests > 0, reasons: Object.keys(reasons) };
}

/** Half a reason would be taken for a new one. */
function wholeParts(text: string): readonly string[] {
  const parts = text.split("; ");
  return text.length < CUT_OFF_AT || parts.length === 1 ? parts : parts.slice(0, -1);
}

const withoutPart = (text: string): string => text.replace(/^[^:]*: /, "");
