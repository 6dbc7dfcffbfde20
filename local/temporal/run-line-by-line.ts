import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

interface Run {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout?: (line: string) => void;
  readonly stderr?: (line: string) => void;
}

/** Runs a program to its end. If it fails, the error has its last lines. */
export function runLineByLine(program: string, args: readonly string[], { cwd, env, ...on }: Run): Promise<void> {
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const last: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => on.stdout?.(line));
  createInterface({ input: child.stderr }).on("line", (line) => {
    on.stderr?.(line);
    last.push(line);
    if (last.length > 10) last.shift();
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ENOENT" ? new Error(`there is no \`${program}\` on the PATH`) : error);
    });
    child.once("close", (code, signal) => {
      if (code === 0) return resolve();
      reject(new Error([`${program} ${args[0]} ended with ${signal ?? code}:`, ...last].join("\n     ")));
    });
  });
}
