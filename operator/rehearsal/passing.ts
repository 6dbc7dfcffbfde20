import { setTimeout as delay } from "node:timers/promises";
import { MINUTE } from "../../domain/duration.ts";
import type { RequestId } from "../../domain/ids.ts";
import type { MentorRequest } from "../../domain/request.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import { fastForward, virtualNow } from "../../local/temporal/time-skipping.ts";
import { REQUEST_QUERY } from "../../workflows/contract.ts";
import type { Outages } from "./outages.ts";

/** A timer rings a few milliseconds late. Less than a minute, so that it does not show. */
const A_MOMENT_MS = 10_000;

const LONGEST_TO_SAY_MS = 60_000;

/** After a breakdown what is late is tried again within the hour: in steps of so long it is heard when it comes. */
const STEP_MS = 5 * MINUTE;

/** Time, as it passes for one request. */
export class Passing {
  readonly #machine: OneMachine;
  readonly #id: RequestId;
  readonly #openedAt: number;
  readonly #outages: Outages;
  /** What was late after the breakdown that ended then has been heard. */
  #caughtUp = 0;

  constructor(
    machine: OneMachine,
    { id, openedAt, outages }: { readonly id: RequestId; readonly openedAt: number; readonly outages: Outages },
  ) {
    this.#machine = machine;
    this.#id = id;
    this.#openedAt = openedAt;
    this.#outages = outages;
  }

  /** Lets time pass until so long after the opening, with everything that falls due up to that moment and in it. */
  async passUntil(after: number): Promise<void> {
    const until = this.#openedAt + after + A_MOMENT_MS;
    while (this.#isCatchingUp() && until - (await this.#now()) > STEP_MS) {
      await this.#pass(STEP_MS);
      if ((await this.#unsaid()) === 0) this.#caughtUp = this.#outages.endedAt;
    }
    const ms = until - (await this.#now());
    if (ms > 0) await this.#pass(ms);
    await this.untilAllIsSaid();
  }

  /**
   * Deciding never waits for a message, so what was decided last may still be on its way. What a breakdown keeps back
   * needs time to pass, and is not waited for.
   */
  async untilAllIsSaid(): Promise<void> {
    const deadline = performance.now() + LONGEST_TO_SAY_MS;
    while (!this.#outages.any && !this.#isCatchingUp()) {
      const unsaid = await this.#unsaid();
      if (unsaid === 0) return;
      if (performance.now() > deadline) throw new Error(`${unsaid} messages are still in line after a minute.`);
      await delay(20);
    }
  }

  #isCatchingUp(): boolean {
    return !this.#outages.any && this.#caughtUp < this.#outages.endedAt;
  }

  async #unsaid(): Promise<number> {
    const handle = this.#machine.client.workflow.getHandle(this.#id);
    return (await handle.query<MentorRequest>(REQUEST_QUERY)).outbox.length;
  }

  #now(): Promise<number> {
    return virtualNow(this.#machine.connection, this.#id);
  }

  async #pass(ms: number): Promise<void> {
    await fastForward(this.#machine.connection, this.#id, ms);
  }
}
