import type { Answer } from "../network-simulator/faults.ts";
import {
  ApiError,
  authenticationRequired,
  forbiddenOrNotFound,
  invalidJson,
  rateLimitReached,
  urlTooLong,
} from "./api-error.ts";
import { openBase, type World } from "./call.ts";
import { parseQueryString } from "./query-string.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Route } from "./routes.ts";
import type { Token } from "./store.ts";

/** A request as it came over the wire. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** "URL length limitations": https://support.airtable.com/docs/enforcement-of-url-length-limit-for-web-api-requests. */
const LONGEST_URL = 16_000;

/** Lets a call take place, and answers only when what it changed is on disk. */
export async function answerCall(
  route: Route,
  arrival: Arrival,
  { world, limit }: { world: World; limit: RateLimit },
): Promise<Answer> {
  try {
    if (arrival.url.length > LONGEST_URL) {
      world.problem(`${arrival.method} with an address of ${arrival.url.length} characters`);
      throw urlTooLong();
    }
    const caller = authenticate(world, arrival.authorization);
    const { params, method } = arrival;
    if (params.base !== undefined && !limit.admits(openBase({ params, caller, world }).id)) throw rateLimitReached();
    if (route.scope && !caller.scopes.includes(route.scope)) throw forbiddenOrNotFound();

    const query = parseQueryString(arrival.url.split("?").slice(1).join("?"));
    const body = route.answer({ method, params, query, body: readBody(world, arrival), caller, world });
    if (method !== "GET") await world.store.saved();
    return { status: 200, body };
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body };
    throw error;
  }
}

function authenticate(world: World, authorization: string | undefined): Token {
  const token = world.store.token(authorization?.replace(/^Bearer +/, "") ?? "");
  if (!token || token.revoked) throw authenticationRequired();
  return token;
}

function readBody(world: World, { method, contentType, body }: Arrival): unknown {
  if (method === "GET" || method === "DELETE" || body === "") return undefined;
  if (!contentType?.startsWith("application/json")) {
    world.problem(`${method} with content type ${contentType ?? "none"}`);
    return undefined;
  }
  try {
    return JSON.parse(body);
  } catch {
    world.problem(`${method} with a body that is not JSON`);
    throw invalidJson();
  }
}
