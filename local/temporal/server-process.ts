import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";

/** A `temporal` program that runs as our child. */
export interface ServerProcess {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Sends SIGTERM, or SIGKILL at once if `force`d; SIGKILL also when it has not ended 10 s later. */
  end(how?: "forced"): Promise<void>;
  /** What it logged since it started, the last lines of it. */
  lastWords(): Promise<string>;
}

/**
 * Starts the program in a process group of its own, so that a Ctrl-C in the terminal reaches only us. It ends when this
 * process exits in any way that lets its exit handlers run.
 */
export async function launch(program: string, args: readonly string[], log: string): Promise<ServerProcess> {
  const output = openSync(log, "a");
  const before = (await stat(log)).size;
  const child = spawn(program, args, { detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  await once(child, "spawn");
  child.unref();

  const endWithUs = () => void child.kill("SIGTERM");
  process.once("exit", endWithUs);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      process.removeListener("exit", endWithUs);
      resolve();
    });
  });

  return {
    pid: child.pid ?? Number.NaN,
    ended,
    async end(how) {
      child.kill(how === "forced" ? "SIGKILL" : "SIGTERM");
      const giveUp = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(giveUp);
    },
    async lastWords() {
      const written = (await readFile(log)).subarray(before).toString("utf8").trim();
      return written.split("\n").slice(-15).join("\n");
    },
  };
}
