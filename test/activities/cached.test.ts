import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cached } from "../../activities/cached.ts";
import { inActivity } from "./in-activity.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A source whose readings the test answers one by one. */
function aSource() {
  const pending: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  let readings = 0;
  const source = cached("the list", () => {
    readings += 1;
    return new Promise<string>((resolve, reject) => pending.push({ resolve, reject }));
  });
  return {
    source,
    readings: () => readings,
    answers: (value: string) => pending.shift()?.resolve(value),
    breaks: () => pending.shift()?.reject(new Error("down")),
  };
}

test("many who ask at once are answered by one reading", async () => {
  const { source, readings, answers } = aSource();
  const asked = [source.get(1_000), source.get(1_000), source.get(0)];
  answers("first");
  expect(await Promise.all(asked)).toEqual(["first", "first", "first"]);
  expect(readings()).toBe(1);
});

test("what was read is used until it is older than the asker allows", async () => {
  const { source, readings, answers } = aSource();
  const first = source.get(1_000);
  answers("first");
  await first;
  vi.advanceTimersByTime(1_000);
  expect(await source.get(1_000)).toBe("first");
  vi.advanceTimersByTime(1);
  const second = source.get(1_000);
  answers("second");
  expect(await second).toBe("second");
  expect(readings()).toBe(2);
});

test("while it cannot be read again the old copy is used, and the next who asks tries again", async () => {
  const lines: string[] = [];
  const { source, answers, breaks } = aSource();
  await inActivity({ log: (line) => lines.push(line) }, async () => {
    const first = source.get(1_000);
    answers("first");
    await first;
    vi.advanceTimersByTime(90_000);
    const stale = source.get(1_000);
    breaks();
    expect(await stale).toBe("first");
    const again = source.get(1_000);
    answers("second");
    expect(await again).toBe("second");
  });
  expect(lines).toEqual([expect.stringContaining("the list could not be read again; the copy of 20")]);
});

test("without any copy everybody who asked hears of the failure, and the next who asks tries again", async () => {
  const { source, readings, answers, breaks } = aSource();
  const asked = Promise.allSettled([source.get(1_000), source.get(1_000)]);
  breaks();
  expect((await asked).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const again = source.get(1_000);
  answers("first");
  expect(await again).toBe("first");
  expect(readings()).toBe(2);
});

test("it says when the copy was read, and whether the last attempt to read it again has failed", async () => {
  vi.setSystemTime("2026-03-01T12:00:00Z");
  const { source, answers, breaks } = aSource();
  expect(source.copy()).toEqual({ what: "the list", isStale: false });
  const first = source.get(0);
  answers("first");
  await first;
  const fresh = { what: "the list", readAt: "2026-03-01T12:00:00.000Z", isStale: false };
  expect(source.copy()).toEqual(fresh);
  vi.advanceTimersByTime(60_000);
  const second = inActivity({}, () => source.get(0));
  breaks();
  expect(await second).toBe("first");
  expect(source.copy()).toEqual({ ...fresh, isStale: true });
});
