import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Busy, Limiter } from "../../../activities/airtable/limiter.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** So many calls, all asked for at this moment: when each began, and what those heard who were sent away. */
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

/** Crowds who ask all of these again and again for so many seconds: when each call began. */
async function crowdsFor(seconds: number, limiters: readonly Limiter[]): Promise<readonly (readonly number[])[]> {
  const crowds: (readonly { readonly began: readonly number[] }[])[] = [];
  for (let half = 0; half < 2 * seconds; half++) {
    crowds.push(limiters.map((limiter) => crowd(limiter, 50)));
    await vi.advanceTimersByTimeAsync(500);
  }
  return limiters.map((_, i) => crowds.flatMap((all) => all[i]?.began ?? []));
}

/** The most calls that arrive in any second. */
function busiest(arrived: readonly number[]): number {
  return Math.max(...arrived.map((from) => arrived.filter((at) => at >= from && at < from + 1000).length));
}

/** Each call is underway for another while, up to half a second. */
const underway = (began: readonly number[]): readonly number[] => began.map((at, n) => at + ((n * 197) % 500));

test("Airtable is never asked more than five times in any second, however many ask at once", async () => {
  const [began = []] = await crowdsFor(20, [new Limiter(1)]);
  expect(busiest(underway(began))).toBe(5);
  expect(began.length).toBeGreaterThanOrEqual(65);
});

test("nor when they ask in waves, just before and just after a second is over", async () => {
  const limiter = new Limiter(1);
  const waves: { readonly began: readonly number[] }[] = [];
  for (let wave = 0; wave < 40; wave++) {
    waves.push(crowd(limiter, 3));
    await vi.advanceTimersByTimeAsync(wave % 2 ? 990 : 20);
  }
  await vi.advanceTimersByTimeAsync(5_000);
  const began = waves.flatMap((wave) => wave.began);
  expect(began.length).toBeGreaterThanOrEqual(70);
  expect(busiest(underway(began))).toBeLessThanOrEqual(5);
});

test.each([2, 3, 4, 5])("nor when %i processes that share a base ask it at the same moments", async (n) => {
  const began = await crowdsFor(
    30,
    Array.from({ length: n }, () => new Limiter(n)),
  );
  expect(busiest(began.flatMap(underway))).toBeLessThanOrEqual(5);
  expect(began.every((own) => own.length >= 20)).toBe(true);
});

test("whoever would wait for more than three seconds is sent away at once, each to come again at another time", async () => {
  const { began, refused } = crowd(new Limiter(1), 40);
  await vi.advanceTimersByTimeAsync(0);
  expect(refused.map(({ after }) => after)).toEqual(refused.map(() => 0));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(began.length + refused.length).toBe(40);
  expect(Math.max(...began) - Math.min(...began)).toBeLessThanOrEqual(3_500);
  const delays = refused.map(({ error }) => (error instanceof Busy ? error.retryAfterMs : 0));
  expect(delays).toEqual(delays.map((_, n) => 3_000 + 600 * n));
});

test("however many are sent away, each comes again within about a minute", async () => {
  const { refused } = crowd(new Limiter(1), 1000);
  await vi.advanceTimersByTimeAsync(0);
  const delays = refused.map(({ error }) => (error instanceof Busy ? error.retryAfterMs : Number.NaN));
  expect([Math.min(...delays), Math.max(...delays)]).toEqual([3_000, 63_000]);
});

test("what goes on with something that was begun is carried out, however many are in line", async () => {
  const limiter = new Limiter(1);
  crowd(limiter, 40);
  let isDone = false;
  const going = limiter.run(
    async () => {
      isDone = true;
    },
    { goesOn: true },
  );
  await vi.advanceTimersByTimeAsync(4_000);
  await going;
  expect(isDone).toBe(true);
});

test("a call that has begun may take its time", async () => {
  const slow = new Limiter(1).run(() => new Promise<string>((resolve) => setTimeout(() => resolve("answered"), 7_500)));
  await vi.advanceTimersByTimeAsync(7_500);
  await expect(slow).resolves.toBe("answered");
});

test("once Airtable has asked for a pause nobody asks it anything, those already in line included", async () => {
  const limiter = new Limiter(1);
  const { began, refused } = crowd(limiter, 12);
  await vi.advanceTimersByTimeAsync(700);
  expect(began.length).toBe(3);
  limiter.pause();
  const late = crowd(limiter, 3);
  await vi.advanceTimersByTimeAsync(29_000);
  expect([began.length, late.began.length]).toEqual([3, 0]);
  expect(refused.length).toBe(9);
  expect(late.refused.map(({ error }) => error)).toMatchObject([
    { retryAfterMs: 30_000 },
    { retryAfterMs: 30_600 },
    { retryAfterMs: 31_200 },
  ]);
  await vi.advanceTimersByTimeAsync(1_000);
  const after = crowd(limiter, 1);
  await vi.advanceTimersByTimeAsync(0);
  expect(after.began.length).toBe(1);
});

test("each pause is twice as long as the one before, an hour at most, until a call succeeds", async () => {
  const limiter = new Limiter(1);
  const pauses: number[] = [];
  for (let n = 0; n < 9; n++) {
    pauses.push(limiter.pause());
    await vi.advanceTimersByTimeAsync(pauses.at(-1) ?? 0);
  }
  expect(pauses.map((ms) => ms / 1000)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
  const { began } = crowd(limiter, 1);
  await vi.advanceTimersByTimeAsync(0);
  expect(began.length).toBe(1);
  expect(limiter.pause()).toBe(30_000);
});

test("several who are told at the same time that it was too much make one pause, and no longer one", async () => {
  const limiter = new Limiter(1);
  limiter.pause();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(limiter.pause()).toBe(29_000);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(limiter.pause()).toBe(60_000);
});

test("a clock that is set back holds up no call, and makes no pause longer", async () => {
  const limiter = new Limiter(1);
  const before = crowd(limiter, 3);
  await vi.advanceTimersByTimeAsync(100);
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(before.began.length).toBe(3);
  limiter.pause();
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(31_000);
  const after = crowd(limiter, 1);
  await vi.advanceTimersByTimeAsync(0);
  expect(after.began.length).toBe(1);
});
