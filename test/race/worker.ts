import { readSettings } from "../../config/read-settings.ts";
import { WORKER_SETTINGS } from "../../config/settings.ts";
import { runWorker } from "../../worker/run-worker.ts";

/** `npm run worker` with workflow code that was bundled before: whoever starts dozens of workers need not bundle it anew. */
const [codePath = ""] = process.argv.slice(2);
const worker = await runWorker(readSettings(WORKER_SETTINGS, process.env), { codePath });
console.log("The worker runs.");
await worker.ended;
