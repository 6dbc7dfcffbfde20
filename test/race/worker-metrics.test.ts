import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { freePort } from "../../local/temporal/free-port.ts";
import { reconcile } from "../story/reconciled.ts";
import { story } from "../story/story.ts";
import { startWorkerProcess } from "./worker-process.ts";

story("what a comparison of the records reports is among the worker's metrics", async (s) => {
  await s.machine.worker.stop();
  const port = await freePort();
  const worker = await startWorkerProcess({ ...s.machine.env, WORKER_METRICS_PORT: `${port}` }, "npm run worker");
  s.machine.airtable.table(LOCAL.airtableBase, "Mentors").insert({ Active: true, "Slack ID": "U0NIA" });
  await reconcile(s.machine);
  await s.person("cora").receives("has no name");
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text(), { timeout: 10_000 })
    .toMatch(/^muster_reconciled\{.*kind="unusable".*\} 1$/m);
  await worker.stop();
});
