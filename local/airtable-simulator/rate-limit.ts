/**
 * At most so many requests a second for each base; whoever exceeds it is refused for the whole penalty time.
 * A bucket that holds one second's worth. See https://airtable.com/developers/web/api/rate-limits.
 */
export class RateLimit {
  readonly #perSecond: number;
  readonly #penaltyMs: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { left: number; at: number; closedUntil: number }>();

  constructor(limit: { readonly perSecond: number; readonly penaltyMs: number; readonly now: () => number }) {
    this.#perSecond = limit.perSecond;
    this.#penaltyMs = limit.penaltyMs;
    this.#now = limit.now;
  }

  /** Whether one more request may pass. Requests during the penalty do not prolong it. */
  admits(baseId: string): boolean {
    const now = this.#now();
    const bucket = this.#buckets.get(baseId) ?? { left: this.#perSecond, at: now, closedUntil: now };
    this.#buckets.set(baseId, bucket);
    if (now < bucket.closedUntil) return false;

    bucket.left = Math.min(this.#perSecond, bucket.left + ((now - bucket.at) / 1000) * this.#perSecond);
    bucket.at = now;
    if (bucket.left < 1) {
      bucket.closedUntil = now + this.#penaltyMs;
      return false;
    }
    bucket.left -= 1;
    return true;
  }
}
