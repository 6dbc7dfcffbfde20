import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, inject, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** All that a worker has to be told, of a programme that is not looked for before Temporal is. */
const SETTINGS = {
  SLACK_BOT_TOKEN: "xoxb-none",
  SLACK_API_URL: "http://127.0.0.1:9/",
  SLACK_MENTORS_CHANNEL: "C0NONE",
  SLACK_COORDINATOR: "U0NONE",
  SLACK_CEO: "U0NONE",
  AIRTABLE_TOKEN: "patNone",
  AIRTABLE_BASE: "appNone0000000000",
  AIRTABLE_URL: "http://127.0.0.1:9",
};

test("a worker whose namespace does not exist says so and ends with an error, so that a supervisor starts it anew", {
  timeout: 120_000,
}, async () => {
  const worker = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...SETTINGS,
      TEMPORAL_ADDRESS: inject("temporalAddress"),
      TEMPORAL_NAMESPACE: "there-is-none-of-this-name",
      WORKER_HEALTH_PORT: "0",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said: Buffer[] = [];
  worker.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const tooLong = setTimeout(() => worker.kill("SIGKILL"), 90_000);
  const [code] = await once(worker, "close");
  clearTimeout(tooLong);
  expect({ code, said: Buffer.concat(said).toString() }).toEqual({
    code: 1,
    said: expect.stringContaining("there-is-none-of-this-name"),
  });
});
