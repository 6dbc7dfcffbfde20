import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { answerThrough, type Faults } from "../network-simulator/faults.ts";
import { type Arrival, answerCall } from "./answer-call.ts";
import { notFound, rateLimitReached } from "./api-error.ts";
import type { World } from "./call.ts";
import type { CallLog } from "./call-log.ts";
import { findTable } from "./find-in-schema.ts";
import type { RateLimit } from "./rate-limit.ts";
import { ROUTES, type Route } from "./routes.ts";

export interface Serving {
  readonly world: World;
  readonly limit: RateLimit;
  readonly faults: Faults;
  readonly log: CallLog;
}

/** The routes over HTTP, with or without a slash at the end. */
export function serve(serving: Serving): FastifyInstance {
  const app = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    // So that an address that is too long gets Airtable's answer, not Node's.
    http: { maxHeaderSize: 128 * 1024 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
  app.addHook("onSend", async (request, reply) => serving.log.answered(request.id, reply.statusCode));

  for (const route of ROUTES) {
    app.route({ method: route.method, url: route.path, handler: (request, reply) => answer(route, request, reply) });
  }
  app.setNotFoundHandler(async (request, reply) => {
    serving.world.problem(`No such route: ${request.method} ${request.url.split("?")[0]}`);
    await reply.code(404).send(notFound().body);
  });
  app.setErrorHandler<FastifyError>(async ({ statusCode = 500, message }, request, reply) => {
    serving.world.problem(`${request.method} ${request.url.split("?")[0]}: ${message}`);
    await reply
      .code(statusCode)
      .send({ error: { type: statusCode === 413 ? "REQUEST_TOO_LARGE" : "SERVER_ERROR", message } });
  });
  return app;

  async function answer(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const arrival = arrivalOf(request);
    const about = aboutWhat(route, arrival, serving.world);
    serving.log.arrived(request.id, { method: arrival.method, table: about, at: serving.world.now() });
    await answerThrough(serving.faults.take(`${arrival.method} ${about}`, arrival.body), reply, {
      run: () => answerCall(route, arrival, serving),
      rateLimited: (seconds) => ({
        status: 429,
        ...(seconds !== undefined && { headers: { "retry-after": String(seconds) } }),
        body: rateLimitReached().body,
      }),
    });
  }
}

function arrivalOf(request: FastifyRequest): Arrival {
  return {
    method: request.method,
    url: request.url,
    params: Object.fromEntries(Object.entries(Object(request.params)).map(([key, value]) => [key, String(value)])),
    authorization: request.headers.authorization,
    contentType: request.headers["content-type"],
    body: typeof request.body === "string" ? request.body : "",
  };
}

/** Tables go by their name, however the address called them. */
function aboutWhat({ about }: Route, { params }: Arrival, world: World): string {
  if (about.table === "none") return about.name;
  const base = world.store.base(params.base ?? "");
  const given = params.table ?? "";
  return `${(base && findTable(base, given)?.name) ?? given}${about.suffix ?? ""}`;
}
