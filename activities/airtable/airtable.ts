import Airtable from "airtable";
import type { Tables } from "../../domain/tables.ts";
import { airtableFailure, NoAnswer } from "./airtable-failure.ts";
import { Limiter } from "./limiter.ts";

export interface AirtableSettings {
  readonly token: string;
  readonly base: string;
  /** https://api.airtable.com unless the programme runs on one machine. */
  readonly url: string;
  /** How many processes share the base's limit of calls. */
  readonly processes: number;
  /** The tables and columns, by the names that they have in this base. */
  readonly tables: Tables;
}

/** The base that holds the records. */
export interface AirtableBase {
  readonly tables: Tables;
  /** One call. Throws an `ApplicationFailure` that says what to do; see `airtable-failure.ts`. */
  call(request: AirtableRequest): Promise<unknown>;
}

export interface AirtableRequest {
  readonly method: "GET" | "PATCH" | "DELETE";
  /** The table's name; encoded here. */
  readonly table: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Below an activity's start-to-close time, so that the answer still reaches Temporal. */
const DEADLINE_MS = 8_000;

/**
 * Only `makeRequest` of the package is used: its table methods end the process, or never answer, when a reply cannot be
 * read, and its own timeout does not cover the body. All calls go through one limiter.
 */
export function openBase({ token, base, url, processes, tables }: AirtableSettings): AirtableBase {
  const api = new Airtable({
    apiKey: token,
    endpointUrl: url,
    noRetryIfRateLimited: true,
    requestTimeout: DEADLINE_MS,
  });
  const limiter = new Limiter(processes);
  const { makeRequest } = api.base(base);
  return {
    tables,
    async call({ method, table, query, body }) {
      const path = `/${encodeURIComponent(table)}`;
      const request = { method, path, ...(query && { qs: { ...query } }), ...(body !== undefined && { body }) };
      try {
        return (await limiter.run(() => withDeadline(makeRequest(request)))).body;
      } catch (error) {
        throw airtableFailure(error, `${method} ${table}`, () => limiter.pause());
      }
    },
  };
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
