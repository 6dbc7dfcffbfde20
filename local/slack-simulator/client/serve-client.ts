import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { slackPerson } from "../person/slack-person.ts";
import type { Slack } from "../slack.ts";
import { DEEDS } from "./deeds.ts";
import { screenOf } from "./screen.ts";

type Person = { Params: { user: string } };

/**
 * Slack's client, over HTTP: `GET /client/<user id>` is what that person sees, `POST /client/<user id>/<deed>` is what
 * they do, with a JSON body. Answers what became of it; with 400 and a sentence, what Slack's client would not let
 * them do. None of this is Slack's own: it is for whoever plays a person from outside this process.
 */
export async function serveClient(server: FastifyInstance, slack: Slack): Promise<void> {
  await server.register((client, _options, done) => {
    client.setErrorHandler(async (error: Error, _request, reply) =>
      reply.code(400).send({ ok: false, error: error instanceof z.ZodError ? z.prettifyError(error) : error.message }),
    );

    client.get<Person>("/client/:user", async ({ params }) => ({
      ok: true,
      screen: screenOf(slack.workspace, params.user),
    }));

    for (const [name, { body, carryOut }] of Object.entries(DEEDS)) {
      client.post<Person>(`/client/:user/${name}`, async ({ params, body: given }) => {
        const person = slackPerson(slack, slack.workspace.people.get(params.user).id);
        return { ok: true, delivery: await carryOut(person, body.parse(given ?? {})) };
      });
    }
    done();
  });
}
