import { SlackError } from "../slack-error.ts";

export interface TimeRange {
  readonly oldest: string | undefined;
  readonly latest: string | undefined;
  readonly inclusive: boolean;
}

/**
 * Whether a message lies between the two timestamps; those count as inside only with `inclusive`.
 * @throws invalid_ts_oldest, invalid_ts_latest
 */
export function between({ oldest, latest, inclusive }: TimeRange): (message: { readonly ts: string }) => boolean {
  const from = micros(oldest, "invalid_ts_oldest");
  const to = micros(latest, "invalid_ts_latest");
  return ({ ts }) => {
    const at = micros(ts, "invalid_ts") ?? 0n;
    return (
      (from === undefined || at > from || (inclusive && at === from)) &&
      (to === undefined || at < to || (inclusive && at === to))
    );
  };
}

/** In whole microseconds, since a timestamp has more digits than a number can hold exactly together with a fraction. */
function micros(ts: string | undefined, error: string): bigint | undefined {
  if (ts === undefined) return undefined;
  const [, seconds, fraction = ""] = /^(\d+)(?:\.(\d{0,9}))?$/.exec(ts) ?? [];
  if (seconds === undefined) throw new SlackError(error);
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, "0"));
}
