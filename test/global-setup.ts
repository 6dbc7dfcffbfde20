import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, DefaultLogger } from "@temporalio/worker";
import type { TestProject } from "vitest/node";
import { startTemporalServer } from "../local/temporal/temporal-server.ts";
import { WORKFLOW_INTERCEPTORS } from "../worker/create-worker.ts";
import { SEARCH } from "../workflows/contract.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the one server that all test files share; each keeps to a task queue and workflow ids of its own. */
    readonly temporalAddress: string;
    /** The path of the bundle of all workflows, for `workflowBundle: { codePath }`. */
    readonly workflowBundle: string;
  }
}

const WORKFLOWS = fileURLToPath(new URL("../workflows/index.ts", import.meta.url));

/** What is dear is done once for all test files: one server, and one bundle of the workflows. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "muster-test-"));
  const bundle = join(folder, "workflows.js");
  const [server] = await Promise.all([
    startTemporalServer({ searchAttributes: SEARCH, progress: console.log }),
    bundleWorkflows(bundle),
  ]);
  project.provide("temporalAddress", server.address);
  project.provide("workflowBundle", bundle);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
}

async function bundleWorkflows(file: string): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: WORKFLOWS,
    workflowInterceptorModules: WORKFLOW_INTERCEPTORS,
    logger: new DefaultLogger("ERROR"),
  });
  await writeFile(file, code);
}
