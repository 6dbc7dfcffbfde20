import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { type History, historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import { Worker } from "@temporalio/worker";
import { DeterminismViolationError } from "@temporalio/workflow";
import { beforeAll, expect, inject, test } from "vitest";
import { LIVES } from "./workflows/lives.ts";
import { historyOf, OTHER_LIVES } from "./workflows/other-lives.ts";
import { RunningRequests } from "./workflows/running-requests.ts";

/**
 * Requests run for weeks, and a new version goes on with those that an older one began: whatever that did, this one has
 * to do again, in the same order. Here it does so for a history of each way that a request can go, and of the others.
 *
 * When a test here fails, the change would break requests that are running: put it behind `patched`, see
 * docs/changing-a-running-request.md. `MUSTER_HISTORIES=record npx vitest run test/replay.test.ts` records what is missing; only while
 * nothing runs anywhere may a history be deleted.
 */
const FOLDER = fileURLToPath(new URL("histories", import.meta.url));

const fileOf = ({ name }: { readonly name: string }) => `${name.replace(/\W+/g, "-")}.json.gz`;

const historyIn = async (file: string): Promise<unknown> =>
  JSON.parse(gunzipSync(await readFile(join(FOLDER, file))).toString());

const ALL = [...LIVES, ...OTHER_LIVES];

beforeAll(async () => {
  if (process.env.MUSTER_HISTORIES === "record") await recordWhatIsMissing();
}, 300_000);

async function recordWhatIsMissing(): Promise<void> {
  const there = await readdir(FOLDER);
  const isMissing = (life: { readonly name: string }) => !there.includes(fileOf(life));
  const [address, bundle] = [inject("temporalAddress"), inject("workflowBundle")];
  const requests = await RunningRequests.on(address, bundle);
  for (const life of LIVES.filter(isMissing)) {
    const request = await requests.open(life);
    await life.play(request);
    await request.handle.result();
    await keep(life, await request.handle.fetchHistory());
  }
  await requests.end();
  for (const life of OTHER_LIVES.filter(isMissing)) await keep(life, await historyOf(life, address, bundle));
}

async function keep(life: { readonly name: string }, recorded: History): Promise<void> {
  const history = JSON.parse(historyToJSON(recorded));
  await writeFile(join(FOLDER, fileOf(life)), gzipSync(JSON.stringify(history, withoutThisMachine)));
}

/** Paths in stack traces and the worker's host are nobody's business, and play no part. */
function withoutThisMachine(key: string, value: unknown): unknown {
  if (key === "stackTrace") return "";
  return typeof value === "string" ? value.replace(/\b\d+@[\w.-]+/g, "a-worker") : value;
}

test.each(ALL)("what an earlier version began goes on: $name", async (life) => {
  const workflowBundle = { codePath: inject("workflowBundle") };
  await Worker.runReplayHistory({ workflowBundle }, await historyIn(fileOf(life)));
});

test("every history that was recorded is replayed", async () => {
  expect((await readdir(FOLDER)).sort()).toEqual(ALL.map(fileOf).sort());
});

/** An earlier version may have waited for longer; it is over once its runs are. */
const OF_THIS_VERSION = ALL.filter(({ name }) => !name.includes("earlier version"));
const MISSED_AFTER_MS = 10_000;

interface Scheduled {
  readonly activityType?: { readonly name?: string };
  readonly startToCloseTimeout?: string;
  readonly heartbeatTimeout?: string;
}

/** The activities of a history, with the time after which Temporal knows that their worker is gone. */
async function missedAfter(file: string): Promise<readonly { readonly activity: string; readonly ms: number }[]> {
  const { events } = (await historyIn(file)) as { readonly events: readonly Readonly<Record<string, unknown>>[] };
  const ms = (duration: string | undefined) => Number.parseFloat(duration ?? "0") * 1000 || Number.POSITIVE_INFINITY;
  return events.flatMap((event) => {
    const scheduled = event.activityTaskScheduledEventAttributes as Scheduled | undefined;
    if (!scheduled) return [];
    const { activityType, startToCloseTimeout, heartbeatTimeout } = scheduled;
    return [{ activity: activityType?.name ?? "", ms: Math.min(ms(startToCloseTimeout), ms(heartbeatTimeout)) }];
  });
}

test("whatever a worker was doing when it was killed, another begins after ten seconds at most", async () => {
  const all = (await Promise.all(OF_THIS_VERSION.map((life) => missedAfter(fileOf(life))))).flat();
  expect(new Set(all.map(({ activity }) => activity))).toContain("compareRecords");
  expect(all.filter(({ ms }) => ms > MISSED_AFTER_MS)).toEqual([]);
});

test("a change that requests would not survive is noticed", async () => {
  const code = await readFile(inject("workflowBundle"), "utf8");
  const changed = code.replaceAll("outside.tellMentee(", "outside.tellMentor(");
  expect(changed).not.toBe(code);
  const history = await historyIn("claimed-at-once.json.gz");
  await expect(Worker.runReplayHistory({ workflowBundle: { code: changed } }, history)).rejects.toThrow(
    DeterminismViolationError,
  );
});
