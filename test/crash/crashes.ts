import { join } from "node:path";
import { KEPT } from "../../local/kept-files.ts";
import type { Mishap } from "../../local/network-simulator/faults.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import { startTemporalServer, type TemporalServer } from "../../local/temporal/temporal-server.ts";
import { SEARCH } from "../../workflows/contract.ts";
import type { OurProcess } from "../race/our-process.ts";
import { startWorkerProcess } from "../race/worker-process.ts";
import { Calls } from "./calls.ts";

/**
 * What is killed when a call arrives: the worker before the call has taken place, the worker when it has and nobody was
 * told, or the Temporal server while its answer is on the way.
 */
export type Crash = "worker before" | "worker after" | "server";

/** What crashes at which call; calls have the names that `calls.ts` gives them. */
export type Plan = ReadonlyMap<string, Crash>;

const BEFORE: Mishap = { kind: "hang" };
const AFTER: Mishap = { kind: "stalled-in-body" };

/** One worker in a process of its own and one server, which are killed as planned and started again at once. */
export class Crashes {
  readonly calls = new Calls();
  readonly #machine: OneMachine;
  readonly #dbFile: string;
  readonly #plan: Map<string, Crash>;
  readonly #tell: (name: string, crash: Crash) => void;
  #worker: OurProcess | undefined;
  #server: TemporalServer | undefined;
  #next: Crash | "worker is dying" | undefined;
  /** Server crashes whose call came while the server was down already: the next call after that has them. */
  #overdue = 0;
  #over: Promise<void> = Promise.resolve();
  #latest = 0;

  constructor(machine: OneMachine, dataDir: string, plan: Plan, tell: (name: string, crash: Crash) => void) {
    this.#machine = machine;
    this.#dbFile = join(dataDir, KEPT.temporal);
    this.#plan = new Map(plan);
    this.#tell = tell;
  }

  /** The worker in this process must have been stopped. */
  async begin(): Promise<void> {
    for (const { faults } of [this.#machine.slack, this.#machine.airtable]) {
      faults.add({ on: (call, sent) => this.#atCall(call, sent) === "before", does: BEFORE });
      faults.add({ on: () => this.#next === "worker after" && this.#kill("worker after"), does: AFTER });
    }
    this.#worker = await startWorkerProcess(this.#machine.env);
  }

  /** What was planned, and did not come. */
  get left(): readonly string[] {
    return [...this.#plan.keys(), ...Array<string>(this.#overdue).fill("the server, later")];
  }

  /** Resolves when everything runs; rejects when something could not be started again. */
  async over(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.#over; ) {
      seen = this.#over;
      await seen;
    }
  }

  /** When something was started again for the last time, as `performance.now` counts. */
  get latest(): number {
    return this.#latest;
  }

  async stopWorker(): Promise<void> {
    await this.over().catch(() => undefined);
    await this.#worker?.stop();
  }

  async stopServer(): Promise<void> {
    await this.#server?.stop();
  }

  /** Called once for each call, before it takes place. */
  #atCall(call: string, sent: unknown): "before" | "not before" {
    const name = this.calls.nameOf(call, sent);
    if (name === undefined) return "not before";
    if (this.#next === "worker is dying") return "before";
    const planned = this.#plan.get(name);
    if (this.#next !== undefined) {
      if (planned === "server" && this.#plan.delete(name)) this.#overdue += 1;
      return "not before";
    }
    const crash = planned ?? (this.#overdue > 0 ? "server" : undefined);
    if (crash === undefined) return "not before";
    if (planned) this.#plan.delete(name);
    else this.#overdue -= 1;
    this.#tell(name, crash);
    this.#next = crash;
    if (crash === "worker after") return "not before";
    this.#kill(crash);
    return crash === "worker before" ? "before" : "not before";
  }

  #kill(crash: Crash): true {
    this.#next = crash === "server" ? "server" : "worker is dying";
    this.#over = (crash === "server" ? this.#anotherServer() : this.#anotherWorker()).finally(() => {
      this.#latest = performance.now();
    });
    this.#over.catch(() => undefined);
    return true;
  }

  async #anotherWorker(): Promise<void> {
    await this.#worker?.kill();
    this.#next = undefined;
    this.#worker = await startWorkerProcess(this.#machine.env);
  }

  async #anotherServer(): Promise<void> {
    const { address, uiUrl } = this.#machine.temporal;
    await (this.#server ?? this.#machine.temporal).kill();
    this.#server = await startTemporalServer({
      progress: () => undefined,
      port: Number(new URL(`http://${address}`).port),
      uiPort: Number(new URL(uiUrl).port),
      dbFile: this.#dbFile,
      searchAttributes: SEARCH,
    });
    this.#next = undefined;
  }
}
