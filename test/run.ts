import { findServer } from "../local/temporal/find-server.ts";
import { elapsedSince } from "../local/temporal/progress.ts";
import { runTool } from "./run/run-tool.ts";
import { runVitest } from "./run/run-vitest.ts";
import { sum, type Tally } from "./run/tally.ts";

/** `npm test`, and with `--long` what takes long instead. Says at the end, alone on a line, "N passed, N failed". */
const checks: Readonly<Record<string, () => Promise<Tally>>> = process.argv.includes("--long")
  ? { "a Temporal server": getServer, "long tests": () => runVitest("long") }
  : {
      "a Temporal server": getServer,
      types: () => oneCheck("tsc", "--noEmit", "--project", "."),
      "format and lint": () => oneCheck("biome", "check"),
      "dead code": () => oneCheck("knip"),
      tests: () => runVitest("usual"),
    };

const start = performance.now();
const tallies: Tally[] = [];
for (const [name, check] of Object.entries(checks)) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const tally = await check();
  tallies.push(tally);
  console.log(`== ${name}: ${tally.failed === 0 ? "good" : "NOT GOOD"}, ${elapsedSince(began)}`);
}

const { passed, failed } = sum(tallies);
console.log(`\nAll of this took ${elapsedSince(start)}.`);
if (!process.argv.includes("--long")) {
  console.log("What takes long is left out: `npm run test:long` adds hundreds of races, kills and restarts.");
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** First of all, since it may have to be built, which takes minutes. */
async function getServer(): Promise<Tally> {
  try {
    await findServer({ env: process.env, progress: console.log });
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function oneCheck(tool: string, ...args: readonly string[]): Promise<Tally> {
  const wentWell = await runTool(tool, { args, shown: "when it fails" });
  return wentWell ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
