import { expect, test } from "vitest";
import { BASE, programme } from "./programme-base.ts";

async function statuses(
  count: number,
  one: () => Promise<{ readonly status: number | null }>,
): Promise<readonly (number | null)[]> {
  const all: (number | null)[] = [];
  for (let index = 0; index < count; index += 1) all.push((await one()).status);
  return all;
}

test("the sixth request within a second is refused, and then everything for thirty seconds", async () => {
  let now = 0;
  const { ask, raw } = await programme({ requestsPerSecond: 5, now: () => now });
  const list = () => ask("get", "/Mentors");
  expect(await statuses(6, list)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(await (await raw(`${BASE}/Mentors`)).json()).toEqual({
    error: { type: "RATE_LIMIT_REACHED", message: "Rate limit exceeded. Please try again later" },
  });
  now = 29_999;
  expect(await statuses(1, list)).toEqual([429]);
  now = 30_000;
  expect(await statuses(1, list)).toEqual([200]);
});

test("four a second are never refused", async () => {
  let now = 0;
  const { ask } = await programme({ requestsPerSecond: 5, now: () => now });
  const all = await statuses(40, () => {
    now += 250;
    return ask("get", "/Mentors");
  });
  expect(new Set(all)).toEqual(new Set([200]));
});

test("calls that name no base do not count, and staff are never limited", async () => {
  const { ask, sim } = await programme({ requestsPerSecond: 1, now: () => 0 });
  expect(new Set(await statuses(5, () => ask("get", "/whoami", { under: "meta" })))).toEqual(new Set([200]));
  for (const name of ["a", "b", "c"]) sim.table(BASE, "Skills").insert({ Name: name });
  expect(await statuses(2, () => ask("get", "/tables", { under: `meta/bases/${BASE}` }))).toEqual([200, 429]);
});
