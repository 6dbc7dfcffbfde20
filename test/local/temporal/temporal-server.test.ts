import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import { defineSearchAttributeKey } from "@temporalio/common";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startTemporalServer, type TemporalServerSettings } from "../../../local/temporal/temporal-server.ts";
import { writeProgram } from "./fake-programs.ts";

const STATUS = defineSearchAttributeKey("RequestStatus", "KEYWORD");
const SKILLS = defineSearchAttributeKey("Skills", "KEYWORD_LIST");
const NEXT_STEP = defineSearchAttributeKey("NextStepAt", "DATETIME");

let folder: string;
let dbFile: string;
let said: string[];
let stops: (() => Promise<void>)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "muster-server-"));
  dbFile = join(folder, "temporal.db");
  said = [];
  stops = [];
});
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  await rm(folder, { recursive: true });
});

async function start(settings: Partial<TemporalServerSettings> = {}) {
  const server = await startTemporalServer({ progress: (line) => said.push(line), ...settings });
  stops.push(server.stop);
  return server;
}

async function clientOf(address: string): Promise<Client> {
  const connection = await Connection.connect({ address });
  stops.push(() => connection.close());
  return new Client({ connection });
}

test("a server is ready when it has started: its UI, 90 days of retention, search attributes in use", async () => {
  const server = await start({ searchAttributes: { STATUS, SKILLS } });
  const { workflow, workflowService } = await clientOf(server.address);

  const { config } = await workflowService.describeNamespace({ namespace: server.namespace });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(90 * 24 * 60 * 60);
  expect((await fetch(server.uiUrl)).status).toBe(200);

  const searchAttributes = { RequestStatus: ["waiting"], Skills: ["SQL", "Python"] };
  await workflow.start("nobodyRunsThis", { taskQueue: "nobody", workflowId: "one", searchAttributes });
  const query = 'RequestStatus = "waiting" AND Skills = "SQL"';
  await expect.poll(() => workflow.count(query).then(({ count }) => count)).toBe(1);
});

test("what was started is still there after the server was killed, and new search attributes can be used", async () => {
  const first = await start({ dbFile, searchAttributes: { STATUS } });
  const before = await clientOf(first.address);
  await before.workflow.start("nobodyRunsThis", { taskQueue: "nobody", workflowId: "survivor" });
  await first.kill();

  const second = await start({ dbFile, searchAttributes: { STATUS, NEXT_STEP } });
  const { workflow } = await clientOf(second.address);
  expect((await workflow.getHandle("survivor").describe()).status.name).toBe("RUNNING");
  const searchAttributes = { NextStepAt: [new Date()] };
  await workflow.start("nobodyRunsThis", { taskQueue: "nobody", workflowId: "newer", searchAttributes });
});

test("a server that a killed run left behind is ended by the next start, and its data is there", async () => {
  const orphan = await startAndKillStarter();

  const { address } = await start({ dbFile });

  expect(said).toContainEqual(expect.stringContaining(`ending process ${orphan}, left behind`));
  expect(isRunning(orphan)).toBe(false);
  const { workflow } = await clientOf(address);
  expect((await workflow.getHandle("survivor").describe()).status.name).toBe("RUNNING");
});

test("a process that merely has the number of an earlier server is left alone", async () => {
  await writeFile(`${dbFile}.pid`, JSON.stringify({ server: process.ppid, startedBy: 1 }));

  await start({ dbFile });

  expect(isRunning(process.ppid)).toBe(true);
  expect(said.join()).not.toContain("left behind");
});

test("a second start on the same data is refused while the first is running", async () => {
  await start({ dbFile });

  await expect(start({ dbFile })).rejects.toThrow(`Process ${process.pid} is running with ${dbFile} already.`);
});

test("a taken port is said plainly", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? address?.port : undefined;
  try {
    await expect(start({ port })).rejects.toThrow(
      `Port ${port}, for the Temporal server, is taken by another program.`,
    );
    await expect(start({ uiPort: port })).rejects.toThrow(`Port ${port}, for Temporal's web UI, is taken`);
  } finally {
    other.close();
  }
});

test("a server that ends while it starts is reported with its last words", async () => {
  const broken = await writeProgram(
    join(folder, "temporal"),
    'if [ "$1" = --version ]; then echo "temporal version 1.8.2 (Server 1.32.0, UI 2.50.1)"; exit; fi',
    "echo 'the disk is full' >&2; exit 3",
  );

  await expect(start({ env: { TEMPORAL_SERVER: broken } })).rejects.toThrow(
    /ended while it was starting.*\n.*the disk is full/s,
  );
});

test("stopping twice is harmless, and leaves no process", async () => {
  const server = await start({ dbFile });
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();

  expect(isRunning(server.pid)).toBe(false);
  await expect(readFile(`${dbFile}.pid`)).rejects.toThrow("ENOENT");
});

/** Returns the id of the server that is left. */
async function startAndKillStarter(): Promise<number> {
  const script = fileURLToPath(new URL("start-and-wait.ts", import.meta.url));
  const starter = spawn(process.execPath, ["--import", "tsx", script, dbFile], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [started] = await once(starter.stdout, "data");
  starter.kill("SIGKILL");
  await once(starter, "exit");
  return Number(String(started));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
