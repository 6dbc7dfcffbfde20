import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { isRequestId } from "../../domain/ids.ts";
import type { OneMachine } from "../one-machine.ts";
import { type Forward, JUMPS } from "./behind/forward.ts";
import { lookInto, PATIENTLY_MS } from "./behind/look-into.ts";
import { PARTS, type Switches } from "./behind/switches.ts";
import type { Underway } from "./underway.ts";

interface Parts {
  readonly machine: OneMachine;
  readonly switches: Switches;
  readonly forward: Forward;
  readonly underway: Underway;
}

const jump = z.strictObject({ by: z.enum(JUMPS) });
const turn = z.strictObject({ part: z.enum(PARTS), to: z.enum(["up", "down"]) });

/** Time, and what goes wrong. What cannot be done is answered with a sentence. */
export async function serveBehind(
  server: FastifyInstance,
  { machine, switches, forward, underway }: Parts,
): Promise<void> {
  await server.register((behind, _options, done) => {
    behind.setErrorHandler(async (error: Error, _request, reply) =>
      reply.code(400).send({ problem: error instanceof z.ZodError ? z.prettifyError(error) : error.message }),
    );

    behind.post<{ Params: { id: string } }>("/requests/:id/time", async ({ params: { id }, body }) => {
      const { by } = jump.parse(body);
      if (!isRequestId(id)) throw new Error(`"${id}" is no request.`);
      const isWorking = switches.is("worker") === "up";
      if (!isWorking) throw new Error("No worker runs: time cannot be skipped until one does.");
      await underway.ask(async () => forward.go(await lookInto(machine, id, isWorking, PATIENTLY_MS), by));
      return {};
    });

    behind.post("/switches", async ({ body }) => {
      const { part, to } = turn.parse(body);
      await switches.turn(part, to);
      return {};
    });
    done();
  });
}
