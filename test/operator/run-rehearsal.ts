import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../operator/rehearse.ts", import.meta.url));

/** Runs the command to its end, as a process of its own whose temporary files are in a folder of their own. */
export async function runRehearsal(...args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), "muster-rehearsal-"));
  try {
    const child = spawn(process.execPath, ["--import", "tsx", COMMAND, ...args], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    return {
      stdout,
      stderr,
      exitCode,
      leftBehind: (await readdir(folder)).filter((name) => name.startsWith("muster")),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
