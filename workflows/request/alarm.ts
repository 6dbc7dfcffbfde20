import { CancellationScope, isCancellation, sleep } from "@temporalio/workflow";

/**
 * One timer that can be moved. Setting it to the moment it is set to already keeps the timer: each new one is an event
 * in the history, and is billed.
 */
export class Alarm {
  rang = false;
  #at: number | undefined;
  #scope: CancellationScope | undefined;

  set(at: number, summary: string): void {
    if (at === this.#at) return;
    this.off();
    this.#at = at;
    this.#scope = new CancellationScope();
    void this.#ring(this.#scope, Math.max(1, at - Date.now()), summary);
  }

  off(): void {
    this.#scope?.cancel();
    this.#scope = undefined;
    this.#at = undefined;
    this.rang = false;
  }

  async #ring(scope: CancellationScope, ms: number, summary: string): Promise<void> {
    try {
      await scope.run(() => sleep(ms, { summary }));
      this.rang = true;
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
  }
}
