import { readFileSync } from "node:fs";
import { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";

/**
 * Reads a GitHub workflow from its input and writes what GitHub's own parser says against it. A program of its own, since
 * the parser imports JSON in a way that `tsx` takes and Node does not.
 */
const content = readFileSync(process.stdin.fd, "utf8");
const { context } = parseWorkflow({ name: "workflow.yml", content }, new NoOperationTraceWriter());
process.stdout.write(JSON.stringify(context.errors.getErrors().map(String)));
