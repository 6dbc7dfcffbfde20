import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { oneAtATime } from "../../../local/temporal/one-at-a-time.ts";

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "muster-lock-"));
  lock = join(folder, "lock");
});
afterEach(() => rm(folder, { recursive: true }));

test("whoever comes second waits, is told so once, and goes on when the first has failed", async () => {
  const events: string[] = [];
  let fail: (error: Error) => void = () => undefined;
  const failing = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const first = oneAtATime(lock, { waiting: () => events.push("first waits") }, () => failing);
  await expect.poll(() => readdir(folder)).toEqual(["lock"]);

  const secondWaits = () => {
    events.push("second waits");
    fail(new Error("no luck"));
  };
  const second = oneAtATime(lock, { waiting: secondWaits }, async () => events.push("second works"));

  await expect(first).rejects.toThrow("no luck");
  await second;
  expect(events).toEqual(["second waits", "second works"]);
  expect(await readdir(folder)).toEqual([]);
});

test("a lock that a killed process left behind holds nobody up", async () => {
  await writeFile(lock, "12345\n");
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lock, longAgo, longAgo);
  const waiting = () => expect.unreachable("there is nobody to wait for");

  expect(await oneAtATime(lock, { waiting }, async () => "done")).toBe("done");
});
