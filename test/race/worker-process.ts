import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A worker, as a process of its own. */
export interface WorkerInAProcess {
  readonly pid: number;
  /** `kill -9`: it has no time for anything. */
  kill(): Promise<void>;
  /** In order; harmless when it has ended already. */
  stop(): Promise<void>;
}

/** Resolves when it works; rejects with what it said when it ends before that. `as`: which of the two starts it. */
export async function startWorkerProcess(
  env: Readonly<Record<string, string>>,
  as: "npm run worker" | "bundled before" = "bundled before",
): Promise<WorkerInAProcess> {
  const program = as === "bundled before" ? ["test/race/worker.ts", inject("workflowBundle")] : ["worker/main.ts"];
  const child = spawn(process.execPath, ["--import", "tsx", ...program], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = once(child, "exit");
  await untilItWorks(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exit;
  };
  return { pid: child.pid ?? Number.NaN, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

function untilItWorks(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        if (line.startsWith("The worker runs")) resolve();
      });
    }
    child.once("exit", (code) => reject(new Error(`The worker ended with ${code}:\n${said.slice(-20).join("\n")}`)));
  });
}
