import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A worker or a gateway, as a process of its own. */
export interface OurProcess {
  readonly pid: number;
  /** `kill -9`: it has no time for anything. */
  kill(): Promise<void>;
  /** In order; harmless when it has ended already. */
  stop(): Promise<void>;
}

/** Resolves when it says that it is `ready`; rejects with what it said when it ends before that. */
export async function startOurProcess(
  program: readonly string[],
  ready: string,
  env: Readonly<Record<string, string>>,
): Promise<OurProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", ...program], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = once(child, "exit");
  await untilItSays(ready, child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exit;
  };
  return { pid: child.pid ?? Number.NaN, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

function untilItSays(ready: string, child: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        if (line.startsWith(ready)) resolve();
      });
    }
    child.once("exit", (code) => reject(new Error(`It ended with ${code}:\n${said.slice(-20).join("\n")}`)));
  });
}
