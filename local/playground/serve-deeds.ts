import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { DEEDS } from "../slack-simulator/client/deeds.ts";
import type { SlackSimulator } from "../slack-simulator/slack-simulator.ts";

type Person = { Params: { user: string } };

/** What people do on the page: the very deeds of the simulator, each with what became of it. */
export async function serveDeeds(server: FastifyInstance, slack: SlackSimulator): Promise<void> {
  await server.register((deeds, _options, done) => {
    deeds.setErrorHandler(async (error: Error, _request, reply) =>
      reply.code(400).send({ problem: error instanceof z.ZodError ? z.prettifyError(error) : error.message }),
    );
    for (const [name, { body, carryOut }] of Object.entries(DEEDS)) {
      deeds.post<Person>(`/as/:user/${name}`, async ({ params, body: given }) => {
        const { sent, acked, errors } = await carryOut(slack.as(params.user), body.parse(given ?? {}));
        return { sent, acked, errors };
      });
    }
    done();
  });
}
