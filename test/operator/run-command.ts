import { execFile } from "node:child_process";

export interface Ran {
  readonly code: number;
  readonly out: string;
}

/** Runs one of the operator's commands, with nothing but these settings in its environment. */
export function runCommand(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const command = ["--import", "tsx", `operator/${file}`, ...args];
    const { PATH = "" } = process.env;
    execFile(process.execPath, command, { env: { PATH, ...env } }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out: stdout + stderr }),
    );
  });
}
