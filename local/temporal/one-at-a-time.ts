import { mkdir, open, rm, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** A lock whose holder has not touched it for this long was left by a process that was killed. */
const ABANDONED_AFTER_MS = 30_000;

interface Waiting {
  /** Called once, if somebody else is at it. */
  readonly waiting: () => void;
}

/** Runs `work` while holding a lock file, after whichever process holds it now. */
export async function oneAtATime<T>(lock: string, { waiting }: Waiting, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  let told = false;
  while (!(await taken(lock))) {
    if (await abandoned(lock)) {
      await rm(lock, { force: true });
      continue;
    }
    if (!told) waiting();
    told = true;
    await delay(250);
  }
  const alive = setInterval(() => void touch(lock), ABANDONED_AFTER_MS / 6);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    await rm(lock, { force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, "wx");
    await file.writeFile(`${process.pid}\n`);
    await file.close();
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function abandoned(lock: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(lock)).mtimeMs > ABANDONED_AFTER_MS;
  } catch (error) {
    if (isCode(error, "ENOENT")) return false;
    throw error;
  }
}

/** The lock may be gone by now; then there is nothing to keep alive. */
async function touch(lock: string): Promise<void> {
  const now = new Date();
  await utimes(lock, now, now).catch(() => undefined);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
