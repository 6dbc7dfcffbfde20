import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { runTool } from "./run-tool.ts";
import type { Tally } from "./tally.ts";

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

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

/** Vitest may fail without a failed test: a file that does not load, an error between tests, a crash. That counts as one. */
export function tallyOf(wentWell: boolean, json: string | undefined): Tally {
  if (json === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = report.parse(JSON.parse(json));
  return { passed, failed: wentWell ? failed : Math.max(failed, 1) };
}
