import type { OneMachine } from "../../one-machine.ts";

export const PARTS = ["slack", "airtable", "worker"] as const;
export type PartName = (typeof PARTS)[number];

/** "changing" while a worker comes to its end, or starts. */
export type Working = "up" | "down" | "changing";

/** Every method of the Web API, but for the one that opens the socket; and answers to clicks. */
const WEB_API = /^(?!apps\.connections)[a-zA-Z]+\.[a-zA-Z.]+$|^response_url$/;

/** What can be made to go wrong, for as long as one likes. */
export class Switches {
  readonly #machine: OneMachine;
  readonly #tell: () => void;
  readonly #mend = new Map<PartName, () => void>();
  #worker: Working = "up";

  constructor(machine: OneMachine, tell: () => void) {
    this.#machine = machine;
    this.#tell = tell;
  }

  is(part: PartName): Working {
    if (part === "worker") return this.#worker;
    return this.#mend.has(part) ? "down" : "up";
  }

  async turn(part: PartName, to: "up" | "down"): Promise<void> {
    if (this.is(part) === to || this.is(part) === "changing") return;
    if (part === "worker") await this.#turnWorker(to);
    else if (to === "down") this.#mend.set(part, this.#break(part));
    else {
      this.#mend.get(part)?.();
      this.#mend.delete(part);
    }
    this.#tell();
  }

  #break(part: "slack" | "airtable"): () => void {
    const { slack, airtable } = this.#machine;
    return part === "slack"
      ? slack.faults.add({ on: WEB_API, does: { kind: "unavailable" } })
      : airtable.faults.add({ does: { kind: "unavailable" } });
  }

  async #turnWorker(to: "up" | "down"): Promise<void> {
    const before = this.#worker;
    this.#worker = "changing";
    this.#tell();
    try {
      if (to === "down") await this.#machine.worker.stop();
      else await this.#machine.startWorker();
      this.#worker = to;
    } catch (error) {
      this.#worker = before;
      throw error;
    }
  }
}
