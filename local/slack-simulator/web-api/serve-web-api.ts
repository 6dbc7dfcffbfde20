import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Answer, answerThrough } from "../../network-simulator/faults.ts";
import type { CallLog } from "../call-log.ts";
import type { Slack } from "../slack.ts";
import { SlackError } from "../slack-error.ts";
import { authenticated } from "./authenticated.ts";
import { type Body, type Method, needOneOf } from "./method.ts";
import { METHODS } from "./methods.ts";
import type { RateLimits } from "./rate-limits.ts";

/** What an app built by the documentation never hears. */
const NEVER_EXPECTED = new Set([
  "unknown_method",
  "missing_scope",
  "not_allowed_token_type",
  "invalid_arguments",
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_attachments",
  "invalid_metadata_format",
  "invalid_metadata_schema",
  "invalid_types",
  "invalid_cursor",
  "invalid_json",
  "invalid_post_type",
  "invalid_thread_ts",
  "invalid_trigger_id",
  "method_not_supported_for_channel_type",
  "msg_blocks_too_long",
  "msg_too_long",
  "no_text",
  "no_user",
  "users_list_not_supplied",
  "view_too_large",
]);

export interface WebApi {
  readonly slack: Slack;
  readonly limits: RateLimits;
  readonly log: CallLog;
}

/** The Web API: `/api/<method>`, GET or POST. https://docs.slack.dev/apis/web-api */
export function serveWebApi(server: FastifyInstance, api: WebApi): void {
  for (const method of METHODS) {
    server.route({
      method: ["GET", "POST"],
      url: `/api/${method.name}`,
      handler: (request, reply) => answer(api, method, { request, reply }),
    });
  }
  server.route<{ Params: { "*": string } }>({
    method: ["GET", "POST"],
    url: "/api/*",
    handler: (request) => refuse(api, request.params["*"], new SlackError("unknown_method")),
  });
}

/** Bodies that cannot be read. Anything else that goes wrong is the simulator's own fault, and is told as such. */
export function answerUnreadable(server: FastifyInstance, api: WebApi): void {
  server.setErrorHandler(async (error: Error & { readonly statusCode?: number }, { url }, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500 || !url.startsWith("/api/")) {
      api.slack.complain(`the simulator failed at ${url}: ${error.stack}`);
      return reply.code(status).send({ ok: false, error: "internal_error" });
    }
    const code = status === 415 ? "invalid_post_type" : "invalid_json";
    return reply.code(200).send(refuse(api, url.slice("/api/".length), new SlackError(code)));
  });
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(api: WebApi, method: Method, { request, reply }: Exchange): Promise<void> {
  const args = argumentsOf(request);
  const mishap = api.slack.faults.take(method.name, args) ?? api.limits.take(method, args);
  if (mishap) api.log.mishap(method.name, mishap);
  await answerThrough(mishap, reply, {
    run: () => run(api, method, request),
    rateLimited: (seconds) => ({
      status: 429,
      headers: seconds === undefined ? {} : { "retry-after": String(seconds) },
      body: { ok: false, error: "ratelimited" },
    }),
  });
}

async function run(api: WebApi, method: Method, request: FastifyRequest): Promise<Answer> {
  const { slack, log } = api;
  const args = argumentsOf(request);
  const headers = {
    "x-accepted-oauth-scopes": method.scopes.join(","),
    "x-oauth-scopes": slack.app().scopes.join(","),
  };
  try {
    const granted = authenticated(slack, { method, authorization: request.headers.authorization, token: args.token });
    needOneOf(method.scopes, granted);
    const body = method.run(slack, args);
    await slack.save();
    log.add({ method: method.name, ok: true });
    return { status: 200, headers, body: { ok: true, ...body } };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { status: 200, headers, body: refuse(api, method.name, error) };
  }
}

function refuse({ slack, log }: WebApi, method: string, { code, details }: SlackError): Body {
  log.add({ method, ok: false, error: code });
  if (NEVER_EXPECTED.has(code)) slack.complain(`${method}: ${code} ${JSON.stringify(details)}`);
  return { ok: false, error: code, ...details };
}

function argumentsOf({ query, body }: FastifyRequest): Readonly<Record<string, unknown>> {
  return { ...fieldsOf(query), ...fieldsOf(body) };
}

const fieldsOf = (given: unknown): object => (typeof given === "object" && given !== null ? given : {});
