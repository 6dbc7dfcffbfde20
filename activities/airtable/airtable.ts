import Airtable from "airtable";
import type { Tables } from "../../domain/tables.ts";
import { airtableFailure, isRefused, NoAnswer } from "./airtable-failure.ts";
import { readSchema } from "./base-schema.ts";
import { type IdsInBase, idsInBase } from "./ids-in-base.ts";
import { Limiter } from "./limiter.ts";

export interface AirtableSettings {
  readonly token: string;
  readonly base: string;
  /** https://api.airtable.com unless the programme runs on one machine. */
  readonly url: string;
  /** How many processes share the base's limit of calls, five at most. */
  readonly processes: number;
  /** The tables and columns, by the names that they have in this base. */
  readonly tables: Tables;
}

/** The base that holds the records. */
export interface AirtableBase {
  readonly tables: Tables;
  readonly ids: IdsInBase;
  /** One call. Throws an `ApplicationFailure` that says what to do; see `airtable-failure.ts`. */
  call(request: AirtableRequest): Promise<unknown>;
}

interface AirtableRequest {
  readonly method: "GET" | "PATCH" | "DELETE";
  /** The table's name; the id that stands for it in the address is found here. */
  readonly table: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** It goes on with what an earlier call has begun, and is not sent away when many are in line. */
  readonly goesOn?: boolean;
}

/** What a base says of itself, and may be told to change: https://airtable.com/developers/web/api/get-base-schema */
export interface Meta {
  readonly base: string;
  /** The bases that the token reaches. */
  bases(): Promise<unknown>;
  call(request: MetaRequest): Promise<unknown>;
}

interface MetaRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below the base's own address, such as `/tables`. */
  readonly path: string;
  readonly body?: unknown;
}

type OneCall = MetaRequest & Pick<AirtableRequest, "query" | "goesOn">;

/** With the usual wait for a turn below an activity's start-to-close time, so that the answer still reaches Temporal. */
const DEADLINE_MS = 6_000;

/**
 * Only `makeRequest` of the package is used: its table methods end the process, or never answer, when a reply cannot be
 * read, and its own timeout does not cover the body. All calls go through one limiter.
 */
export function openBase(settings: AirtableSettings): AirtableBase {
  return openAirtable(settings).base;
}

/** The base, and what it says of itself; both within one limit of calls. */
export function openAirtable({ token, base, url, processes, tables }: AirtableSettings): {
  readonly base: AirtableBase;
  readonly meta: Meta;
} {
  const api = new Airtable({
    apiKey: token,
    endpointUrl: url,
    noRetryIfRateLimited: true,
    requestTimeout: DEADLINE_MS,
  });
  const limiter = new Limiter(processes);
  /** The package puts whatever it is given for a base into the address, which also leads to what is not in a base. */
  const callAt = async (place: string, request: OneCall, tried: string): Promise<unknown> => {
    const { method, path, query, body, goesOn } = request;
    const options = { method, path, ...(query && { qs: { ...query } }), ...(body !== undefined && { body }) };
    try {
      return (await limiter.run(() => withDeadline(api.base(place).makeRequest(options)), { goesOn })).body;
    } catch (error) {
      throw airtableFailure(error, tried, () => limiter.pause());
    }
  };
  const meta: Meta = {
    base,
    bases: () => callAt("meta", { method: "GET", path: "/bases" }, "the list of bases"),
    call: (request) => callAt(`meta/bases/${base}`, request, `${request.method} of the base's tables`),
  };
  const ids = idsInBase(tables, () => readSchema(meta));
  const call = async ({ table, ...request }: AirtableRequest): Promise<unknown> => {
    const path = `/${encodeURIComponent((await ids.of(table)).table)}`;
    try {
      return await callAt(base, { ...request, path }, `${request.method} ${table}`);
    } catch (error) {
      if (isRefused(error)) ids.expire();
      throw error;
    }
  };
  return { base: { tables, ids, call }, meta };
}

async function withDeadline<Result>(call: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswer()), DEADLINE_MS);
  });
  try {
    return await Promise.race([call, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
