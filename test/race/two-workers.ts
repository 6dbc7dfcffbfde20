import type { OneMachine } from "../../local/one-machine.ts";
import { eventually } from "../story/story.ts";
import type { OurProcess } from "./our-process.ts";
import { startWorkerProcess } from "./worker-process.ts";

/** Two workers, each a process of its own, that share Airtable's limit of calls as two in an installation would. */
export class TwoWorkers {
  readonly #machine: OneMachine;
  readonly #sharing: number;
  #working: readonly OurProcess[] = [];

  /** `sharing` processes share the limit: more than two when others ask Airtable as well. */
  constructor(machine: OneMachine, sharing = 2) {
    this.#machine = machine;
    this.#sharing = sharing;
  }

  /** Starts as many as are missing; the worker in this process must have been stopped. */
  async fillUp(): Promise<void> {
    const env = { ...this.#machine.env, AIRTABLE_PROCESSES: String(this.#sharing) };
    const missing = Array.from({ length: 2 - this.#working.length }, () => startWorkerProcess(env));
    this.#working = [...this.#working, ...(await Promise.all(missing))];
  }

  /** Kills the one that is carrying out this activity of this workflow at the moment. */
  async killWhoeverDoes(activity: string, workflowId: string): Promise<void> {
    const handle = this.#machine.client.workflow.getHandle(workflowId);
    const pid = await eventually(async () => {
      const { pendingActivities } = (await handle.describe()).raw;
      const doing = pendingActivities?.find(({ activityType }) => activityType?.name === activity);
      // The SDK calls a worker "pid@host".
      return doing?.lastWorkerIdentity ? Number.parseInt(doing.lastWorkerIdentity, 10) : undefined;
    }, `somebody to be at ${activity}`);
    await this.#kill(this.#working.find((worker) => worker.pid === pid));
  }

  async killOne(): Promise<void> {
    await this.#kill(this.#working[0]);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#working.map((worker) => worker.stop()));
    this.#working = [];
  }

  async #kill(worker: OurProcess | undefined): Promise<void> {
    if (!worker) throw new Error("There is no such worker to be killed.");
    this.#working = this.#working.filter((other) => other !== worker);
    await worker.kill();
  }
}
