import { Runtime } from "@temporalio/worker";
import { loadEnvFile } from "../config/load-env-file.ts";
import { readSettings, SettingsProblem } from "../config/read-settings.ts";
import { serveHealth } from "../config/serve-health.ts";
import { WORKER_SETTINGS } from "../config/settings.ts";
import { runWorker } from "./run-worker.ts";

/** `npm run worker`: runs until it is told to stop (SIGINT or SIGTERM), and lets what has begun come to its end. */
async function main(): Promise<void> {
  loadEnvFile();
  const settings = readSettings(WORKER_SETTINGS, process.env);
  if (settings.WORKER_METRICS_PORT !== undefined) serveMetrics(settings.WORKER_METRICS_PORT);
  const worker = await runWorker(settings);
  const port = settings.WORKER_HEALTH_PORT;
  const health = port === undefined ? undefined : await serveHealth(port, worker.condition);
  console.log(`The worker runs${health ? `; its health is on port ${health.port}, /healthz` : ""}. Ctrl-C stops it.`);
  await worker.ended;
  await health?.close();
}

/** Temporal's own figures of a worker, and what the workflows count. Only before the first worker of a process. */
function serveMetrics(port: number): void {
  Runtime.install({ telemetryOptions: { metrics: { prometheus: { bindAddress: `0.0.0.0:${port}` } } } });
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsProblem ? error.message : error);
  // Not left to end by itself: what the worker had begun, and the port of its health, would keep it alive without working.
  process.exit(1);
});
