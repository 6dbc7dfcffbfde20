import { loadEnvFile } from "../config/load-env-file.ts";
import { readSettings, SettingsProblem } from "../config/read-settings.ts";
import { WORKER_SETTINGS } from "../config/settings.ts";
import { runWorker } from "./run-worker.ts";

/** `npm run worker`: runs until it is told to stop (SIGINT or SIGTERM), and lets what has begun come to its end. */
async function main(): Promise<void> {
  loadEnvFile();
  const worker = await runWorker(readSettings(WORKER_SETTINGS, process.env));
  console.log("The worker runs. Ctrl-C stops it.");
  await worker.ended;
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsProblem ? error.message : error);
  process.exitCode = 1;
});
