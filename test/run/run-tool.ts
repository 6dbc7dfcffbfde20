import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Tool {
  readonly args: readonly string[];
  /** `"when it fails"` keeps its output back until then. */
  readonly shown: "always" | "when it fails";
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs one of the installed tools. True when it ended well. */
export async function runTool(name: string, { args, shown, env = {} }: Tool): Promise<boolean> {
  const PATH = [join(ROOT, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const output = shown === "always" ? "inherit" : "pipe";
  const child = spawn(name, args, {
    cwd: ROOT,
    env: { ...process.env, PATH, ...env },
    stdio: ["ignore", output, output],
  });
  const kept: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => kept.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => kept.push(chunk));
  const [code] = await once(child, "close");
  if (code !== 0) process.stdout.write(Buffer.concat(kept));
  return code === 0;
}
