import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Busy, Limiter } from "../../../activities/airtable/limiter.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** So many calls, all asked for at this moment: when each began, and what those heard whose turn did not come. */
function crowd(limiter: Limiter, size: number) {
  const asked = Date.now();
  const began: number[] = [];
  const refused: { readonly error: unknown; readonly after: number }[] = [];
  for (let n = 0; n < size; n++) {
    limiter
      .run(async () => {
        began.push(Date.now());
      })
      .catch((error: unknown) => {
        refused.push({ error, after: Date.now() - asked });
      });
  }
  return { began, refused };
}

/** The most calls in any second. */
function busiest(began: readonly number[]): number {
  return Math.max(...began.map((from) => began.filter((at) => at >= from && at < from + 1000).length));
}

test("Airtable is never asked more than four times in any second, however many ask at once", async () => {
  const { began } = crowd(new Limiter(1), 200);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(busiest(began)).toBe(4);
  expect(began.length).toBeGreaterThanOrEqual(24);
});

test("nor when they ask in waves, just before and just after a second is over", async () => {
  const limiter = new Limiter(1);
  const began: number[] = [];
  for (let wave = 0; wave < 40; wave++) {
    const { began: ofWave } = crowd(limiter, 3);
    await vi.advanceTimersByTimeAsync(wave % 2 ? 990 : 20);
    began.push(...ofWave);
  }
  expect(busiest(began)).toBeLessThanOrEqual(4);
});

test.each([2, 3, 4, 8])("%i workers that share a base ask it no more than four times a second together", async (n) => {
  const began = Array.from({ length: n }, () => crowd(new Limiter(n), 200).began);
  await vi.advanceTimersByTimeAsync(60_000);
  const sixSeconds = 6 * 4 + Math.max(4, n);
  expect(began.flat().length).toBeLessThanOrEqual(sixSeconds);
  expect(began.every((own) => own.length > 0)).toBe(true);
});

test("whoever has waited six seconds for a turn is told that it is busy, and is not carried out later", async () => {
  const { began, refused } = crowd(new Limiter(1), 40);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(began.length + refused.length).toBe(40);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter(({ error, after }) => !(error instanceof Busy) || after > 6_000)).toEqual([]);
});

test("a call that has begun may take its time", async () => {
  const slow = new Limiter(1).run(() => new Promise<string>((resolve) => setTimeout(() => resolve("answered"), 7_500)));
  await vi.advanceTimersByTimeAsync(7_500);
  await expect(slow).resolves.toBe("answered");
});

test("once Airtable has asked for a pause nobody asks it anything, those already in line included", async () => {
  const limiter = new Limiter(1);
  const { began, refused } = crowd(limiter, 12);
  await vi.advanceTimersByTimeAsync(500);
  expect(began.length).toBe(4);
  limiter.pause();
  const late = crowd(limiter, 3);
  await vi.advanceTimersByTimeAsync(29_000);
  expect([began.length, late.began.length]).toEqual([4, 0]);
  expect(refused.length).toBe(8);
  expect(late.refused[0]?.error).toMatchObject({ retryAfterMs: 30_000 });
  await vi.advanceTimersByTimeAsync(1_000);
  const after = crowd(limiter, 1);
  await vi.advanceTimersByTimeAsync(0);
  expect(after.began.length).toBe(1);
});

test("a shorter pause does not end a longer one", async () => {
  const limiter = new Limiter(1);
  limiter.pause(30_000);
  limiter.pause(1_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(crowd(limiter, 1).began).toEqual([]);
});
