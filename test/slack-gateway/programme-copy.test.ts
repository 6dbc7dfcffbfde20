import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@temporalio/client";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { HOUR, MINUTE } from "../../domain/duration.ts";
import { openProgrammeCopy } from "../../slack-gateway/programme-copy.ts";

const NOW = Date.parse("2026-03-02T09:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A copy of a programme that has read the records at that moment, or does not answer. */
async function aCopy() {
  const folder = await mkdtemp(join(tmpdir(), "muster-copy-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const catalogue = { services: [], skills: [], affiliations: [] };
  let readAt: number | "no answer" = NOW;
  const query = async () => {
    if (readAt === "no answer") throw new Error("down");
    return { people: {}, policy: {}, catalogue, readAt };
  };
  const client = {
    workflow: { getHandle: () => ({ query, signal: async () => undefined }) },
    connection: { withDeadline: (_deadline: number, ask: () => Promise<unknown>) => ask() },
  };
  const silent = { warn: () => undefined, error: () => undefined };
  const copy = await openProgrammeCopy(client as unknown as Client, join(folder, "programme.json"), silent as never);
  return async (after: number, read: number | "no answer") => {
    vi.setSystemTime(NOW + after);
    readAt = read;
    await copy.refresh();
    const { readAt: at, isStale } = copy.howOld();
    return [at, isStale];
  };
}

test("a copy says when the records behind it were read, and that it is stale once they do not answer", async () => {
  const look = await aCopy();
  expect(await look(0, NOW)).toEqual(["2026-03-02T09:00:00.000Z", false]);
  // Nobody has asked for anything for a day: it is read anew, which takes a moment.
  expect(await look(24 * HOUR, NOW)).toEqual(["2026-03-02T09:00:00.000Z", false]);
  expect(await look(24 * HOUR + 2 * MINUTE, NOW)).toEqual(["2026-03-02T09:00:00.000Z", true]);
  expect(await look(24 * HOUR + 4 * MINUTE, NOW + 24 * HOUR + 3 * MINUTE)).toEqual(["2026-03-03T09:03:00.000Z", false]);
});

test("a copy is stale while Temporal does not answer, and serves all the same", async () => {
  const look = await aCopy();
  expect(await look(0, "no answer")).toEqual([undefined, true]);
  expect(await look(2 * MINUTE, NOW + MINUTE)).toEqual(["2026-03-02T09:01:00.000Z", false]);
  expect(await look(5 * MINUTE, "no answer")).toEqual(["2026-03-02T09:01:00.000Z", true]);
});
