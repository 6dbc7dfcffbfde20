import { expect, onTestFinished, test } from "vitest";
import { serveHealth } from "../../config/serve-health.ts";

test.each([
  [true, 200],
  [false, 503],
])("a process that is well: %s, answers %d and says how it is; elsewhere there is nothing", async (isWell, status) => {
  const health = await serveHealth(0, () => ({ isWell, says: { slack: "…" } }));
  onTestFinished(health.close);
  const answer = await fetch(`http://127.0.0.1:${health.port}/healthz`);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ slack: "…" });
  expect((await fetch(`http://127.0.0.1:${health.port}/`)).status).toBe(404);
});
