import type { Mishap } from "../network-simulator/faults.ts";

export interface LoggedCall {
  readonly method: string;
  readonly at: number;
  readonly ok: boolean;
  /** Slack's error; "fault: …" when the network had one. */
  readonly error?: string;
}

const KEPT = 100_000;

/** The calls that came, newest last. */
export class CallLog {
  readonly #now: () => number;
  readonly #calls: LoggedCall[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  all(): readonly LoggedCall[] {
    return [...this.#calls];
  }

  add(call: Omit<LoggedCall, "at">): void {
    if (this.#calls.length >= KEPT) this.#calls.splice(0, KEPT / 10);
    this.#calls.push({ ...call, at: this.#now() });
  }

  /** Logs a call that never took place; those that did are logged when they do. */
  mishap(method: string, mishap: Mishap): void {
    if (preventsTheCall(mishap)) this.add({ method, ok: false, error: `fault: ${mishap.kind}` });
  }
}

function preventsTheCall(mishap: Mishap): boolean {
  switch (mishap.kind) {
    case "rate-limited":
    case "unavailable":
    case "html":
    case "dropped-before":
    case "hang":
      return true;
    case "answered":
      return !mishap.takesPlace;
    case "unavailable-after":
    case "dropped-after":
    case "slow":
    case "truncated":
    case "cut-in-body":
    case "stalled-in-body":
      return false;
  }
}
