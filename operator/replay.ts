import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DefaultLogger, Runtime, Worker } from "@temporalio/worker";
import { WORKFLOW_INTERCEPTORS } from "../worker/create-worker.ts";
import { TASK_QUEUE } from "../workflows/contract.ts";
import { connectOperator } from "./connect.ts";

const HELP = `npm run replay: would this version go on with everything that is running now?

  Replays the history of each running workflow with the code of this checkout, and changes nothing. Do it before an
  upgrade. The exit code is 0 only when all of them would go on.`;

const WORKFLOWS_PATH = fileURLToPath(new URL("../workflows/index.ts", import.meta.url));
const RUNNING = `TaskQueue = "${TASK_QUEUE}" AND ExecutionStatus = "Running"`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean", default: false } } });
  if (values.help) return console.log(HELP);
  Runtime.install({
    logger: new DefaultLogger("ERROR"),
    // What would not go on is told once, below.
    telemetryOptions: { logging: { filter: { core: "ERROR", other: "ERROR" }, forward: {} } },
  });
  const client = await connectOperator();
  const histories = client.workflow.list({ query: RUNNING }).intoHistories();
  let goOn = 0;
  const stuck: string[] = [];
  const code = { workflowsPath: WORKFLOWS_PATH, interceptors: { workflowModules: WORKFLOW_INTERCEPTORS } };
  for await (const { workflowId, error } of Worker.runReplayHistories(code, histories)) {
    if (error) stuck.push(`${workflowId}: ${error.message}`);
    else goOn += 1;
    if (process.stdout.isTTY) process.stdout.write(`\r${goOn + stuck.length} replayed`);
  }
  await client.connection.close();
  if (process.stdout.isTTY) process.stdout.write("\r");
  console.log(`${goOn} running ${goOn === 1 ? "workflow" : "workflows"} would go on with this version.`);
  if (stuck.length === 0) return;
  throw new Error(
    [
      `${stuck.length} would stand still with it, until a version comes that fits them. Do not upgrade to this one:`,
      ...stuck.map((line) => `  - ${line}`),
    ].join("\n"),
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
