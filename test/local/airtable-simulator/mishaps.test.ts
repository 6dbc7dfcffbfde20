import { expect, test } from "vitest";
import { AIRTABLE_MISHAPS } from "../../../local/airtable-simulator/airtable-mishaps.ts";
import { BASE, BOB, programme, TOKEN } from "./programme-base.ts";

const rename = { body: { fields: { Name: "Robert" } } };

test("a fault hits the calls it names, as often as it says", async () => {
  const { ask, sim } = await programme();
  sim.faults.add({ on: "GET Mentors", does: { kind: "unavailable" }, times: 1 });
  expect(await ask("get", "/Skills")).toMatchObject({ status: 200 });
  expect(await ask("get", `/${sim.table(BASE, "Mentors").id}/`)).toMatchObject({ status: 503 });
  expect(await ask("get", "/Mentors")).toMatchObject({ status: 200 });
});

test("a 429 comes in three shapes, with or without a time to wait, and once for the whole month", async () => {
  const { raw, sim } = await programme();
  const shapes = [];
  for (const does of [
    AIRTABLE_MISHAPS.rateLimited,
    AIRTABLE_MISHAPS.rateLimitedInAList,
    AIRTABLE_MISHAPS.rateLimitedBare,
    AIRTABLE_MISHAPS.billingLimitReached,
  ]) {
    sim.faults.add({ does, times: 1 });
    const answer = await raw(`${BASE}/Mentors`);
    shapes.push([answer.status, await answer.json()]);
  }
  const message = "Rate limit exceeded. Please try again later";
  expect(shapes).toEqual([
    [429, { error: { type: "RATE_LIMIT_REACHED", message } }],
    [429, { errors: [{ error: "RATE_LIMIT_REACHED", message }] }],
    [429, { error: "RATE_LIMIT_REACHED" }],
    [429, { error: { type: "PUBLIC_API_BILLING_LIMIT_EXCEEDED", message: expect.any(String) } }],
  ]);
  sim.faults.add({ does: { kind: "rate-limited", retryAfterSeconds: 7 }, times: 1 });
  expect((await raw(`${BASE}/Mentors`)).headers.get("retry-after")).toBe("7");
});

test("a write whose answer is lost has taken place", async () => {
  const { ask, sim } = await programme();
  const table = sim.table(BASE, "Mentors");
  for (const [name, does, error] of [
    ["a", { kind: "dropped-after" }, "CONNECTION_ERROR"],
    ["b", { kind: "truncated" }, "UNEXPECTED_ERROR"],
    ["c", { kind: "cut-in-body" }, "UNEXPECTED_ERROR"],
    ["d", AIRTABLE_MISHAPS.htmlInsteadOfJson, "UNEXPECTED_ERROR"],
    ["e", { kind: "unavailable-after" }, "UNEXPECTED_ERROR"],
  ] as const) {
    sim.faults.add({ on: "PATCH Mentors", does, times: 1 });
    expect(await ask("patch", `/Mentors/${BOB}`, { body: { fields: { Name: name } } })).toMatchObject({ error });
    expect(table.row(BOB)?.fields.Name).toBe(name);
  }
});

test("a write that is refused has not taken place", async () => {
  const { ask, sim } = await programme();
  for (const does of [
    { kind: "dropped-before" },
    { kind: "html" },
    { kind: "unavailable", status: 500 },
    AIRTABLE_MISHAPS.retriableError,
  ] as const) {
    sim.faults.add({ on: /^PATCH /, does, times: 1 });
    expect(await ask("patch", `/Mentors/${BOB}`, rename)).not.toMatchObject({ status: 200 });
  }
  expect(sim.table(BASE, "Mentors").row(BOB)?.fields.Name).toBe("Bob");
});

test("an answer can stall after its first half", async () => {
  const { raw, sim } = await programme();
  sim.faults.add({ does: { kind: "stalled-in-body" }, times: 1 });
  const answer = await raw(`${BASE}/Mentors`, { signal: AbortSignal.timeout(300) });
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow();
  expect(sim.calls).toEqual([{ method: "GET", table: "Mentors", at: expect.any(Number), status: 0 }]);
});

test("the connection can break although the length was announced", async () => {
  const { raw, sim } = await programme();
  sim.faults.add({ does: { kind: "cut-in-body", lengthAnnounced: true }, times: 1 });
  const answer = await raw(`${BASE}/Mentors`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(100);
  await expect(answer.text()).rejects.toThrow();
});

test("closing ends calls that hang", async () => {
  const { raw, sim } = await programme();
  sim.faults.add({ does: { kind: "hang" } });
  const hanging = raw(`${BASE}/Mentors`);
  const ended = expect(hanging).rejects.toThrow();
  await expect.poll(() => sim.calls).toHaveLength(1);
  await sim.close();
  await ended;
});
