import PQueue from "p-queue";

/** Airtable allows 5 a second for a base, and answers nothing for 30 s when there were more. https://airtable.com/developers/web/api/rate-limits */
const CALLS_A_SECOND = 4;
const PENALTY_MS = 30_000;
/** Whoever has waited this long for a turn is told that it is busy, while its caller is still listening. */
const LONGEST_WAIT_MS = 6_000;

/** Too many calls are in line, or Airtable has asked for a pause. Nothing was sent. */
export class Busy extends Error {
  override readonly name = "Busy";
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number) {
    super(`Airtable is not asked for another ${Math.ceil(retryAfterMs / 1000)} s, to stay within its limit.`);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Lets calls through at the pace that Airtable allows, shared by so many processes. */
export class Limiter {
  readonly #queue: PQueue;
  #pausedUntil = 0;

  constructor(processes: number) {
    const interval = 1000 * Math.max(1, processes / CALLS_A_SECOND);
    const intervalCap = Math.max(1, Math.floor(CALLS_A_SECOND / processes));
    this.#queue = new PQueue({ interval, intervalCap, strict: true });
  }

  /** Throws {@link Busy} when its turn does not come in time, or comes while Airtable has asked for a pause. */
  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    this.#refuseWhilePaused();
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), LONGEST_WAIT_MS);
    const begin = () => {
      clearTimeout(timer);
      this.#refuseWhilePaused();
      return call();
    };
    try {
      return await this.#queue.add(begin, { signal: patience.signal });
    } catch (error) {
      if (patience.signal.aborted) throw new Busy(LONGEST_WAIT_MS);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Airtable said that it was too much: nobody asks anything until the pause is over. */
  pause(ms: number = PENALTY_MS): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + ms);
  }

  #refuseWhilePaused(): void {
    const pause = this.#pausedUntil - Date.now();
    if (pause > 0) throw new Busy(pause);
  }
}
