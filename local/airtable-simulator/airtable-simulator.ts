import type { AddressInfo } from "node:net";
import { Faults } from "../network-simulator/faults.ts";
import type { Field, View } from "./base.ts";
import type { World } from "./call.ts";
import { CallLog, type LoggedCall } from "./call-log.ts";
import { plantSeed } from "./plant-seed.ts";
import { RateLimit } from "./rate-limit.ts";
import { Iterators } from "./records/iterators.ts";
import { type ShownRecord, showRecord } from "./records/show-record.ts";
import type { AirtableSeed, Scope } from "./seed.ts";
import { serve } from "./serve.ts";
import { type SimTable, simTable } from "./sim-table.ts";
import { type Change, Store } from "./store.ts";

export interface AirtableSimulatorOptions {
  /** Absent or 0: a free one. It listens on 127.0.0.1 only. */
  readonly port?: number;
  /** When given, the whole state is on disk before a changing call is answered, and is read at the start. */
  readonly stateFile?: string;
  /** Used when there is no state file yet. */
  readonly seed: AirtableSeed;
  readonly now?: () => number;
  /** For each base. Default 5, as https://airtable.com/developers/web/api/rate-limits has it. */
  readonly requestsPerSecond?: number;
  /** How long a base refuses everything after a breach. Default 30 seconds. */
  readonly penaltyMs?: number;
}

/** A table as a page shows it: schema and rows. */
interface TableWithRows {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly primaryFieldId: string;
  readonly fields: readonly Field[];
  readonly views: readonly View[];
  readonly rows: readonly ShownRecord[];
}

export interface AirtableSimulator {
  /** The `endpointUrl` of the airtable package. */
  readonly url: string;
  /** Calls go by "GET Mentors", "PATCH Mentor Requests", "POST Mentors/listRecords", "GET meta/tables". */
  readonly faults: Faults;
  table(baseId: string, tableName: string): SimTable;
  tables(baseId: string): readonly TableWithRows[];
  revokeToken(token: string): void;
  setTokenScopes(token: string, scopes: readonly Scope[]): void;
  /** Makes every offset given out so far unusable, as a restart of Airtable's servers does. */
  expireIterators(): void;
  /** Called after every change of a table, by a call or by hand. Returns what ends it. */
  onChange(listener: (change: Change) => void): () => void;
  /** Called when a call has been answered. Returns what ends it. */
  onCall(listener: (call: LoggedCall) => void): () => void;
  /** Requests that no documented client would make. */
  readonly problems: readonly string[];
  /** The newest ten thousand calls, oldest first. */
  readonly calls: readonly LoggedCall[];
  /** Resolves when all changes up to now, also those by hand, are in the state file. */
  saved(): Promise<void>;
  /** Cuts every connection. */
  close(): Promise<void>;
}

/** The Airtable Web API, as its public documentation describes it, on this machine. */
export async function startAirtableSimulator(options: AirtableSimulatorOptions): Promise<AirtableSimulator> {
  const { now = Date.now, requestsPerSecond: perSecond = 5, penaltyMs = 30_000 } = options;
  const problems: string[] = [];
  const store = new Store(() => plantSeed(options.seed, new Date(now()).toISOString()), options.stateFile);
  const world: World = { store, iterators: new Iterators(now), now, problem: (text) => void problems.push(text) };
  const faults = new Faults();
  const log = new CallLog();
  const app = serve({ world, limit: new RateLimit({ perSecond, penaltyMs, now }), faults, log });
  await app.listen({ host: "127.0.0.1", port: options.port ?? 0 });
  await store.saved();

  return {
    url: `http://127.0.0.1:${portOf(app.server.address())}`,
    faults,
    table: (baseId, name) => simTable(store, baseId, { name, now }),
    tables: (baseId) => tablesOf(store, baseId, now()),
    revokeToken: (token) => changeToken(store, token, { revoked: true }),
    setTokenScopes: (token, scopes) => changeToken(store, token, { scopes }),
    expireIterators: () => world.iterators.expireAll(),
    onChange: (listener) => store.onChange(listener),
    onCall: (listener) => log.onCall(listener),
    problems,
    get calls() {
      return log.calls;
    },
    saved: () => store.saved(),
    close: async () => {
      await app.close();
      await store.saved();
    },
  };
}

function tablesOf(store: Store, baseId: string, now: number): readonly TableWithRows[] {
  const base = store.base(baseId);
  if (!base) return [];
  return base.tables.map((table) => {
    const { nextNumber: _, rows, ...schema } = table;
    return { ...schema, rows: [...rows.values()].map((row) => showRecord({ base, table, now }, row)) };
  });
}

function changeToken(
  store: Store,
  token: string,
  change: { readonly revoked?: boolean; readonly scopes?: readonly Scope[] },
): void {
  const known = store.token(token);
  if (!known) throw new Error("There is no such token");
  store.putToken({ ...known, ...change });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The simulator listens on no port");
  return address.port;
}
