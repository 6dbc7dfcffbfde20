import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";

const note = z.object({ server: z.number().int(), startedBy: z.number().int() });

/** Notes beside the database which server has it open, for a start that comes after a `SIGKILL`. */
export async function noteServer(dbFile: string, server: number): Promise<void> {
  await writeFile(noteFile(dbFile), JSON.stringify({ server, startedBy: process.pid } satisfies z.infer<typeof note>));
}

export async function forgetServer(dbFile: string): Promise<void> {
  await rm(noteFile(dbFile), { force: true });
}

/**
 * Ends the server that an earlier run left behind with this database open, because the run itself was killed. Nothing
 * else is ever ended: the process must be a Temporal server with this very file. Throws if that run is still alive.
 */
export async function endOrphanedServer(dbFile: string, progress: (line: string) => void): Promise<void> {
  const noted = await readNote(dbFile);
  if (!noted) return;
  const found = await look(noted.server);
  if (found?.command.includes("start-dev") && found.command.includes(dbFile)) {
    if (found.parent === noted.startedBy) {
      throw new Error(`Process ${noted.startedBy} is running with ${dbFile} already. End that one first.`);
    }
    progress(`Temporal server: ending process ${noted.server}, left behind by an earlier run that was killed`);
    await end(noted.server);
  }
  await forgetServer(dbFile);
}

const noteFile = (dbFile: string): string => `${dbFile}.pid`;

async function readNote(dbFile: string): Promise<z.infer<typeof note> | undefined> {
  try {
    return note.safeParse(JSON.parse(await readFile(noteFile(dbFile), "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Undefined when there is no such process. */
async function look(pid: number): Promise<{ readonly parent: number; readonly command: string } | undefined> {
  if (process.platform === "linux") return lookInProc(pid);
  try {
    const { stdout } = await promisify(execFile)("ps", ["-ww", "-o", "ppid=,args=", "-p", `${pid}`]);
    const [, parent, command = ""] = /^\s*(\d+)\s+(.*)/s.exec(stdout) ?? [];
    return { parent: Number(parent), command };
  } catch {
    return undefined;
  }
}

/** Slim containers have no `ps`. */
async function lookInProc(pid: number): Promise<{ readonly parent: number; readonly command: string } | undefined> {
  try {
    const command = (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
    const parent = /^PPid:\s*(\d+)/m.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1];
    return { parent: Number(parent), command };
  } catch {
    return undefined;
  }
}

async function end(pid: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  let signal: NodeJS.Signals = "SIGTERM";
  while (sendSignal(pid, signal)) {
    if (performance.now() > deadline) signal = "SIGKILL";
    await delay(50);
  }
}

/** False when the process is gone. */
function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
