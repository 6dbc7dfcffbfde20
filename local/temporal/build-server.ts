import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { GO_MODULE, PINNED } from "./pinned-version.ts";
import { elapsedSince, type Progress } from "./progress.ts";
import { runLineByLine } from "./run-line-by-line.ts";

const PACKAGE = "github.com/temporalio/cli/cmd/temporal";

interface Build {
  readonly env: NodeJS.ProcessEnv;
  readonly progress: Progress;
}

/**
 * Builds the pinned server with Go and puts it at `program`: about 40 s of downloads and 7 minutes of work on two cores
 * the first time, seconds when Go's own cache has most of it.
 */
export async function buildServer(program: string, { env, progress }: Build): Promise<void> {
  await mkdir(dirname(program), { recursive: true });
  const unfinished = `${program}.${process.pid}`;
  const start = performance.now();
  let [modules, packages, compiled] = [0, 0, 0];
  const report = setInterval(() => {
    const done = packages ? `compiled ${compiled} of at most ${packages} packages` : `downloaded ${modules} Go modules`;
    progress(`  ${done}, ${elapsedSince(start)}`);
  }, 15_000);
  const go = (args: readonly string[], on: { stdout?: (line: string) => void; stderr?: (line: string) => void }) =>
    runLineByLine("go", args, { cwd: GO_MODULE, env: { ...env, CGO_ENABLED: "0" }, ...on });

  try {
    const found: string[] = [];
    await go(["list", "-deps", PACKAGE], { stdout: (line) => found.push(line), stderr: () => modules++ });
    packages = found.length;
    const version = `-X github.com/temporalio/cli/internal/temporalcli.Version=${PINNED.cli}`;
    const flags = ["-v", "-trimpath", "-ldflags", `-s -w ${version}`];
    await go(["build", ...flags, "-o", unfinished, PACKAGE], { stderr: () => compiled++ });
    await rename(unfinished, program);
  } finally {
    clearInterval(report);
    await rm(unfinished, { force: true });
  }
}
