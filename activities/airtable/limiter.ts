/** In a second, for a base; when there were more, Airtable answers nothing for 30 s. https://airtable.com/developers/web/api/rate-limits */
const ALLOWED = 5;
const PENALTY_MS = 30_000;
/** As long as that may be, again and again: the month's calls are used up, and nobody is helped by being asked often. */
const LONGEST_PENALTY_MS = 3_600_000;
/** A call may be underway for half a second longer than those after it: what begins within this much may arrive within a second. */
const A_SECOND_MS = 1_500;
/** Whoever would have to wait for longer than this is sent away: an attempt of an activity has ten seconds for all its calls. */
const LONGEST_WAIT_MS = 3_000;
/** Those who are sent away come again within this much, one after the other, and not all at once. */
const SPREAD_MS = 60_000;
/** Whoever comes again makes about two calls: a request's row, and its pairings. */
const CALLS_A_TURN = 2;

/** Too many calls are in line, or Airtable has asked for a pause. Nothing was sent. */
export class Busy extends Error {
  override readonly name = "Busy";
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number) {
    super(`Airtable is not asked for another ${Math.ceil(retryAfterMs / 1000)} s, to stay within its limit.`);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Lets calls through at the pace that Airtable allows, shared by so many processes: five at most. It reckons by a clock
 * that nobody sets back, or calls would stand still until the time of day has caught up.
 */
export class Limiter {
  readonly #apartMs: number;
  /** Each in line waits for the one before. */
  #line: Promise<void> = Promise.resolve();
  #inLine = 0;
  #nextTurn = 0;
  #pausedUntil = 0;
  #nextPenaltyMs = PENALTY_MS;
  /** When whoever was sent away last comes again. */
  #lastTurn = 0;

  /** Calls keep a distance, rather than come as many as are allowed at once: two such bursts may arrive within a second. */
  constructor(processes: number) {
    this.#apartMs = A_SECOND_MS / Math.floor(ALLOWED / processes);
  }

  /**
   * Throws {@link Busy} at once when too many are in line, and later when Airtable has asked for a pause meanwhile. What
   * goes on with something that was begun may join a line of any length: sent away, it would begin again.
   */
  async run<Result>(call: () => Promise<Result>, { goesOn = false } = {}): Promise<Result> {
    this.#refuseWhilePaused();
    if (!goesOn && (this.#inLine + 1) * this.#apartMs > LONGEST_WAIT_MS) this.#sendAway(LONGEST_WAIT_MS);
    await this.#turn();
    this.#refuseWhilePaused();
    const result = await call();
    this.#nextPenaltyMs = PENALTY_MS;
    return result;
  }

  /**
   * Airtable said that it was too much: nobody asks anything until the pause is over, for so many milliseconds. Each is
   * twice as long as the one before, until a call succeeds. What was underway when it began makes it no longer.
   */
  pause(): number {
    const left = this.#pausedUntil - performance.now();
    if (left > 0) return left;
    const penalty = this.#nextPenaltyMs;
    this.#pausedUntil = performance.now() + penalty;
    this.#nextPenaltyMs = Math.min(2 * penalty, LONGEST_PENALTY_MS);
    return penalty;
  }

  #turn(): Promise<void> {
    this.#inLine += 1;
    this.#line = this.#line.then(async () => {
      const wait = this.#nextTurn - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      this.#nextTurn = performance.now() + this.#apartMs;
      this.#inLine -= 1;
    });
    return this.#line;
  }

  #refuseWhilePaused(): void {
    const pause = this.#pausedUntil - performance.now();
    if (pause > 0) this.#sendAway(pause);
  }

  #sendAway(afterMs: number): never {
    const earliest = performance.now() + afterMs;
    const next = this.#lastTurn + CALLS_A_TURN * this.#apartMs;
    this.#lastTurn = next < earliest || next > earliest + SPREAD_MS ? earliest : next;
    throw new Busy(this.#lastTurn - performance.now());
  }
}
