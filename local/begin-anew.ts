import { readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { KEPT } from "./kept-files.ts";
import { endOrphanedServer } from "./temporal/orphaned-server.ts";
import type { Progress } from "./temporal/progress.ts";

/** Deletes what earlier runs kept in this folder, and nothing else that is in it. Throws while one of them is running. */
export async function beginAnew(folder: string, progress: Progress): Promise<void> {
  await endOrphanedServer(resolve(folder, KEPT.temporal), progress);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isOurs)) await rm(join(folder, name));
}

/** Beside each file there may be its log, its journal or a draft of it. */
function isOurs(name: string): boolean {
  return Object.values(KEPT).some((kept) => name === kept || [".", "-"].some((end) => name.startsWith(kept + end)));
}
