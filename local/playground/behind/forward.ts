import type { Connection } from "@temporalio/client";
import { DAY, HOUR } from "../../../domain/duration.ts";
import type { RequestId } from "../../../domain/ids.ts";
import { nextStep } from "../../../domain/steps.ts";
import { fastForward } from "../../temporal/time-skipping.ts";
import { about } from "../about.ts";
import type { Look } from "./look-into.ts";

export const JUMPS = ["hour", "day", "step"] as const;
export type Jump = (typeof JUMPS)[number];

/** A timer rings a few milliseconds late. */
const A_MOMENT_MS = 1_000;

/** Lets time pass for single requests, with Temporal's own time skipping. */
export class Forward {
  readonly #connection: Connection;
  readonly #tell: () => void;
  readonly #underWay = new Map<RequestId, string>();

  constructor(connection: Connection, tell: () => void) {
    this.#connection = connection;
    this.#tell = tell;
  }

  /** What is being skipped for this request at this moment, in words. */
  underWay(id: RequestId): string | undefined {
    return this.#underWay.get(id);
  }

  /** Resolves when the time has come. Throws a sentence for the person when it cannot. */
  async go(look: Look, jump: Jump): Promise<void> {
    const { id } = look;
    if (this.#underWay.has(id)) throw new Error("Time is already being skipped for this request.");
    const ms = howFar(look, jump);
    this.#underWay.set(id, about(ms));
    this.#tell();
    try {
      await fastForward(this.#connection, id, ms);
    } finally {
      this.#underWay.delete(id);
      this.#tell();
    }
  }
}

function howFar({ state, now, running }: Look, jump: Jump): number {
  if (!running) throw new Error("This request is closed: there is nothing more to wait for.");
  if (jump === "hour") return HOUR;
  if (jump === "day") return DAY;
  if (!state) throw new Error("What comes next cannot be asked for while no worker answers.");
  const next = nextStep(state);
  if (!next) throw new Error("Nothing more happens by itself to this request.");
  return Math.max(0, next.at - now) + A_MOMENT_MS;
}
