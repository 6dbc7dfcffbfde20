import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { runTool } from "./run-tool.ts";
import type { Tally } from "./tally.ts";

const outcome = z.object({ status: z.string() });
const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(outcome.extend({ assertionResults: z.array(outcome) })),
});

/** Runs the test files, the usual ones or those that take long, and counts their tests. */
export async function runVitest(which: "usual" | "long"): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), "muster-run-"));
  const file = join(folder, "report.json");
  try {
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const wentWell = await runTool("vitest", { args, shown: "always", env: { MUSTER_TESTS: which } });
    return tallyOf(wentWell, await readFile(file, "utf8").catch(() => undefined));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Counts a test file that failed without a failed test (it did not load, or its preparations failed) as one failure, and
 * so anything else that makes Vitest fail, such as a crash.
 */
export function tallyOf(wentWell: boolean, json: string | undefined): Tally {
  if (json === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, testResults } = report.parse(JSON.parse(json));
  const otherwise = testResults.filter(({ status, assertionResults }) => {
    return status === "failed" && !assertionResults.some((test) => test.status === "failed");
  });
  const failed = numFailedTests + otherwise.length;
  return { passed, failed: wentWell ? failed : Math.max(failed, 1) };
}
