import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import { Worker } from "@temporalio/worker";
import { DeterminismViolationError } from "@temporalio/workflow";
import { beforeAll, expect, inject, test } from "vitest";
import { LIVES, type Life } from "./workflows/lives.ts";
import { RunningRequests } from "./workflows/running-requests.ts";

/**
 * Requests run for weeks, and a new version goes on with those that an older one began: whatever that did, this one has
 * to do again, in the same order. Here it does so for a history of each way that a request can go.
 *
 * When a test here fails, the change would break requests that are running: put it behind `patched`, see
 * CONTRIBUTING.md. Only while nothing runs anywhere may the histories be recorded anew, with
 * `MUSTER_HISTORIES=record npx vitest run test/replay.test.ts`.
 */
const FOLDER = fileURLToPath(new URL("histories", import.meta.url));

const fileOf = ({ name }: Pick<Life, "name">) => `${name.replace(/\W+/g, "-")}.json.gz`;

const historyIn = async (file: string): Promise<unknown> =>
  JSON.parse(gunzipSync(await readFile(join(FOLDER, file))).toString());

beforeAll(async () => {
  if (process.env.MUSTER_HISTORIES === "record") await recordAnew();
}, 300_000);

async function recordAnew(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  const requests = await RunningRequests.on(inject("temporalAddress"), inject("workflowBundle"));
  await Promise.all(
    LIVES.map(async (life) => {
      const request = await requests.open(life);
      await life.play(request);
      await request.handle.result();
      const history = JSON.parse(historyToJSON(await request.handle.fetchHistory()));
      await writeFile(join(FOLDER, fileOf(life)), gzipSync(JSON.stringify(history, withoutThisMachine)));
    }),
  );
  await requests.end();
}

/** Paths in stack traces and the worker's host are nobody's business, and play no part. */
function withoutThisMachine(key: string, value: unknown): unknown {
  if (key === "stackTrace") return "";
  return typeof value === "string" ? value.replace(/\b\d+@[\w.-]+/g, "a-worker") : value;
}

test.each(LIVES)("a request that an earlier version began goes on: $name", async (life) => {
  const workflowBundle = { codePath: inject("workflowBundle") };
  await Worker.runReplayHistory({ workflowBundle }, await historyIn(fileOf(life)));
});

test("every history that was recorded is replayed", async () => {
  expect((await readdir(FOLDER)).sort()).toEqual(LIVES.map(fileOf).sort());
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
