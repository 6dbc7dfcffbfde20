import { parseArgs } from "node:util";
import type { Reconciled } from "../workflows/contract.ts";
import { RECONCILE_RECORDS, RECONCILE_SCHEDULE_ID, TASK_QUEUE } from "../workflows/contract.ts";
import { connectOperator } from "./connect.ts";

const HELP = `npm run reconcile: compares the records with the requests now, as is done twice a day. A worker has to run.

  What can be put right is put right; the coordinator is told of it, and of what needs somebody.`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean", default: false } } });
  if (values.help) return console.log(HELP);
  const client = await connectOperator();
  const { started, claimed, putRight, open } = await client.workflow.execute<() => Promise<Reconciled>>(
    RECONCILE_RECORDS,
    {
      workflowId: `${RECONCILE_SCHEDULE_ID}-now`,
      workflowIdConflictPolicy: "USE_EXISTING",
      taskQueue: TASK_QUEUE,
      args: [],
    },
  );
  console.log(`Requests that were typed by hand and run now: ${started.join(", ") || "none"}.`);
  console.log(`Claims that were recorded by hand and count: ${claimed.join(", ") || "none"}.`);
  console.log(`Rows that were put right: ${putRight.join(", ") || "none"}.`);
  console.log(`What needs somebody (the coordinator was told): ${open.length}.`);
  await client.connection.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
