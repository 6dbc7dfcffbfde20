export interface LoggedCall {
  readonly method: string;
  /** The table's name, or "meta/tables" and the like; listing by POST adds "/listRecords". */
  readonly table: string;
  readonly at: number;
  /** 0 while there is no answer, and for ever if there never is a whole one. */
  readonly status: number;
}

/** So many calls are remembered, the newest. */
const MOST = 10_000;

/** Who asked what, and what the answer was. An answer is noted before it is sent. */
export class CallLog {
  #calls: LoggedCall[] = [];
  readonly #open = new Map<string, LoggedCall>();
  readonly #listeners = new Set<(call: LoggedCall) => void>();

  get calls(): readonly LoggedCall[] {
    return this.#calls;
  }

  arrived(requestId: string, call: Omit<LoggedCall, "status">): void {
    const logged = { ...call, status: 0 };
    this.#open.set(requestId, logged);
    this.#calls = [...this.#calls.slice(1 - MOST), logged];
  }

  answered(requestId: string, status: number): void {
    const open = this.#open.get(requestId);
    if (!open) return;
    this.#open.delete(requestId);
    const logged = { ...open, status };
    this.#calls = this.#calls.map((call) => (call === open ? logged : call));
    for (const listener of [...this.#listeners]) listener(logged);
  }

  onCall(listener: (call: LoggedCall) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
