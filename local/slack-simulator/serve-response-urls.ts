import type { FastifyInstance } from "fastify";
import { type Answer, answerThrough } from "../network-simulator/faults.ts";
import type { CallLog } from "./call-log.ts";
import { respond } from "./respond.ts";
import type { Slack } from "./slack.ts";
import { SlackError } from "./slack-error.ts";

/** The addresses that payloads name as `response_url`. */
export function serveResponseUrls(
  server: FastifyInstance,
  { slack, log }: { readonly slack: Slack; readonly log: CallLog },
): void {
  for (const prefix of ["actions", "commands"]) {
    server.post<{ Params: { id: string } }>(`/${prefix}/:team/:id`, async (request, reply) => {
      const mishap = slack.faults.take("response_url");
      if (mishap) log.mishap("response_url", mishap);
      await answerThrough(mishap, reply, {
        run: () => run(request.params.id, request.body),
        rateLimited: (seconds) => ({
          status: 429,
          headers: seconds === undefined ? {} : { "retry-after": String(seconds) },
          body: "rate_limited",
        }),
      });
    });
  }

  async function run(id: string, body: unknown): Promise<Answer> {
    const where = slack.workspace.responseUrls.use(id);
    if (typeof where === "string") return refuse(404, where);
    try {
      respond(slack, { where, via: "response_url", body });
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      slack.complain(`response_url: ${error.code} ${JSON.stringify(error.details)}`);
      return refuse(400, error.code);
    }
    await slack.save();
    log.add({ method: "response_url", ok: true });
    return { status: 200, body: "ok" };
  }

  function refuse(status: number, error: string): Answer {
    log.add({ method: "response_url", ok: false, error });
    return { status, body: { ok: false, error } };
  }
}
