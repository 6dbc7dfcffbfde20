/** Hands out message timestamps: seconds with six decimals, never twice the same, never going back. */
export class Timestamps {
  readonly #now: () => number;
  #lastMicros: number;

  constructor(now: () => number, lastMicros = 0) {
    this.#now = now;
    this.#lastMicros = lastMicros;
  }

  get lastMicros(): number {
    return this.#lastMicros;
  }

  next(): string {
    this.#lastMicros = Math.max(Math.floor(this.#now() * 1000), this.#lastMicros + 1);
    const micros = String(this.#lastMicros).padStart(16, "0");
    return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
  }
}
