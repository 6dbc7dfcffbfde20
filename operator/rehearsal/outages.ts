import type { OneMachine } from "../../local/one-machine.ts";
import type { Outage } from "./deed.ts";

/** What is broken down at the moment. */
export class Outages {
  readonly #machine: OneMachine;
  readonly #mends = new Map<Outage, () => void>();
  /** When the last one ended, in the request's own milliseconds; 0 while none has. */
  endedAt = 0;

  constructor(machine: OneMachine) {
    this.#machine = machine;
  }

  get any(): boolean {
    return this.#mends.size > 0;
  }

  /** From now on it answers nothing. What it sends to us still arrives: people go on pressing buttons. */
  begin(outage: Outage): void {
    const { faults } = this.#machine[outage.down];
    this.#mends.set(outage, faults.add({ ...(outage.down === "slack" && WEB_API), does: { kind: "unavailable" } }));
  }

  end(outage: Outage, now: number): void {
    this.#mends.get(outage)?.();
    this.#mends.delete(outage);
    this.endedAt = now;
  }
}

/** A method of Slack's has a dot in its name; what goes over the socket, and the answers to a press, have none. */
const WEB_API = { on: /\./ } as const;
