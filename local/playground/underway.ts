import type { Connection } from "@temporalio/client";

/** Questions to Temporal that are still open. None of them may outlive the connection. */
export class Underway {
  readonly #connection: Connection;
  readonly #open = new Map<AbortController, Promise<unknown>>();
  #over = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async ask<T>(what: () => Promise<T>): Promise<T> {
    if (this.#over) throw new Error("The playground is being closed.");
    const givingUp = new AbortController();
    const asked = this.#connection.withAbortSignal(givingUp.signal, what);
    this.#open.set(givingUp, asked);
    try {
      return await asked;
    } finally {
      this.#open.delete(givingUp);
    }
  }

  /** Gives up what is still open, and resolves when nothing is. */
  async end(): Promise<void> {
    this.#over = true;
    for (const givingUp of this.#open.keys()) givingUp.abort();
    await Promise.allSettled(this.#open.values());
  }
}
