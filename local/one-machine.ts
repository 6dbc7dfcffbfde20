import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client, Connection } from "@temporalio/client";
import type { WorkflowBundleOption } from "@temporalio/worker";
import { readSettings } from "../config/read-settings.ts";
import { GATEWAY_SETTINGS, WORKER_SETTINGS } from "../config/settings.ts";
import { type Gateway, startGateway } from "../slack-gateway/create-gateway.ts";
import { runWorker, type WorkerProcess } from "../worker/run-worker.ts";
import { SEARCH } from "../workflows/contract.ts";
import { type AirtableSimulator, startAirtableSimulator } from "./airtable-simulator/airtable-simulator.ts";
import { KEPT } from "./kept-files.ts";
import { airtableSeed, type CatalogueSeed } from "./seed/airtable-seed.ts";
import type { Person } from "./seed/cast.ts";
import { LOCAL } from "./seed/local-settings.ts";
import { slackSeed } from "./seed/slack-seed.ts";
import { settingsFor } from "./settings-for.ts";
import type { SeedChannel } from "./slack-simulator/slack-seed.ts";
import { type SlackSimulator, startSlackSimulator } from "./slack-simulator/slack-simulator.ts";
import { ensureFree } from "./temporal/free-port.ts";
import type { Progress } from "./temporal/progress.ts";
import { startTemporalServer, type TemporalServer } from "./temporal/temporal-server.ts";

/** While Airtable is down there is nothing to wait for: forms come from the last copy, or not yet. */
const LONGEST_WAIT_FOR_FORMS_MS = 8_000;

export interface OneMachineOptions {
  readonly progress: Progress;
  /** Where everything is kept. Absent: a folder of its own, gone at the end. */
  readonly dataDir?: string | undefined;
  readonly ports?: Ports;
  /** Made anew when absent. */
  readonly workflowBundle?: WorkflowBundleOption | undefined;
  readonly more?: {
    readonly people?: readonly Person[];
    readonly catalogue?: CatalogueSeed;
    readonly channels?: readonly SeedChannel[];
  };
  /** Where the lines of the gateway's log go; nowhere when absent. */
  readonly log?: (line: string) => void;
  /** How Slack reaches the gateway; over a socket when absent. */
  readonly transport?: "socket" | "http" | undefined;
  /** How often Airtable may be asked; its own limit when absent. */
  readonly airtableCallsPerSecond?: number;
}

/** Free ones where absent. */
interface Ports {
  readonly temporal?: number | undefined;
  readonly temporalUi?: number | undefined;
  readonly slack?: number | undefined;
  readonly airtable?: number | undefined;
}

/** The whole programme on this machine: a real Temporal server, Slack and Airtable simulated, and our two processes. */
export interface OneMachine {
  readonly temporal: TemporalServer;
  readonly connection: Connection;
  readonly client: Client;
  readonly slack: SlackSimulator;
  readonly airtable: AirtableSimulator;
  readonly gateway: Gateway;
  /** The one that was started last. */
  readonly worker: WorkerProcess;
  /** Rejects when a worker could not go on; a worker that is stopped has not failed. */
  readonly workerFailed: Promise<never>;
  /** The environment for a worker or a gateway in a process of its own. */
  readonly env: Readonly<Record<string, string>>;
  /** Another worker in this process. */
  startWorker(): Promise<WorkerProcess>;
  startGateway(): Promise<Gateway>;
  /** Stops all, in order. Twice is harmless. */
  stop(): Promise<void>;
}

export async function startOneMachine(options: OneMachineOptions): Promise<OneMachine> {
  const { progress, dataDir, ports = {}, workflowBundle, more = {} } = options;
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "muster-")));
  await mkdir(folder, { recursive: true });
  const stack: (() => Promise<unknown>)[] = [];
  /** All of it, also when one of them fails; then that is thrown. */
  const unwind = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const undo of stack.splice(0).reverse()) await undo().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  if (!dataDir) stack.push(() => rm(folder, { recursive: true, force: true }));
  try {
    // The server comes first: it refuses data that another run is using, before anything of that is touched.
    const temporal = await startTemporalServer({
      progress,
      port: ports.temporal,
      uiPort: ports.temporalUi,
      searchAttributes: SEARCH,
      ...(dataDir && { dbFile: join(folder, KEPT.temporal) }),
    });
    stack.push(() => temporal.stop());
    if (ports.slack) await ensureFree(ports.slack, "the Slack simulator");
    const slack = await startSlackSimulator({
      ...(dataDir && { stateFile: join(folder, KEPT.slack) }),
      port: ports.slack ?? 0,
      seed: slackSeed(more.people, more.channels),
    });
    stack.push(() => slack.close());
    if (ports.airtable) await ensureFree(ports.airtable, "the Airtable simulator");
    const airtable = await startAirtableSimulator({
      ...(dataDir && { stateFile: join(folder, KEPT.airtable) }),
      port: ports.airtable ?? 0,
      seed: airtableSeed(more.people, more.catalogue),
      ...(options.airtableCallsPerSecond && { requestsPerSecond: options.airtableCallsPerSecond }),
    });
    stack.push(() => airtable.close());
    const connection = await Connection.connect({ address: temporal.address });
    stack.push(() => connection.close());

    const env = settingsFor({
      temporal: temporal.address,
      temporalUi: temporal.uiUrl,
      slackApi: slack.apiUrl,
      airtable: airtable.url,
    });
    let fail: (error: unknown) => void;
    const workerFailed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    workerFailed.catch(() => undefined);
    let worker: WorkerProcess;
    const startWorker = async (): Promise<WorkerProcess> => {
      const started = await runWorker(readSettings(WORKER_SETTINGS, env), workflowBundle);
      started.ended.catch((error: unknown) => fail(error));
      stack.push(() => started.stop());
      worker = started;
      return started;
    };
    const client = new Client({ connection });
    const overHttp = { SLACK_TRANSPORT: "http", SLACK_SIGNING_SECRET: LOCAL.signingSecret, HTTP_PORT: "0" };
    const gatewaySettings = readSettings(GATEWAY_SETTINGS, {
      ...env,
      DATA_DIR: folder,
      ...(options.transport === "http" && overHttp),
    });
    const openGateway = async (): Promise<Gateway> => {
      const started = await startGateway({
        settings: gatewaySettings,
        client,
        write: options.log ?? (() => undefined),
      });
      stack.push(() => started.stop());
      if (started.port !== undefined) slack.setApp({ requestUrl: `http://127.0.0.1:${started.port}/slack/events` });
      return started;
    };
    worker = await startWorker();
    const gateway = await openGateway();
    await Promise.race([gateway.loaded, delay(LONGEST_WAIT_FOR_FORMS_MS, undefined, { ref: false })]);
    return {
      temporal,
      connection,
      client,
      slack,
      airtable,
      gateway,
      get worker() {
        return worker;
      },
      workerFailed,
      env,
      startWorker,
      startGateway: openGateway,
      stop: unwind,
    };
  } catch (error) {
    await unwind();
    throw error;
  }
}
