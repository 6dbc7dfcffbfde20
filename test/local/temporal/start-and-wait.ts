import { Client, Connection } from "@temporalio/client";
import { startTemporalServer } from "../../../local/temporal/temporal-server.ts";

/** Run by a test, which kills it: starts a server and a workflow, prints the server's process id, and waits. */
const server = await startTemporalServer({ dbFile: process.argv[2], progress: () => undefined });
const connection = await Connection.connect({ address: server.address });
const { workflow } = new Client({ connection });
await workflow.start("nobodyRunsThis", { taskQueue: "nobody", workflowId: "survivor" });
process.stdout.write(`${server.pid}\n`);
setInterval(() => undefined, 60_000);
