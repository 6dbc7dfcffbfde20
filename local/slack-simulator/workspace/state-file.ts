import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { KeptWorkspace } from "./kept-workspace.ts";

/** The workspace on disk. A crash leaves the last whole one. */
export class StateFile {
  readonly #path: string;
  readonly #snapshot: () => KeptWorkspace;
  #writing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(path: string, snapshot: () => KeptWorkspace) {
    this.#path = path;
    this.#snapshot = snapshot;
  }

  /** Resolves once everything up to now is on disk. Calls that come while a write is under way share the next one. */
  save(): Promise<void> {
    this.#next ??= this.#writing
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        this.#writing = this.#write();
        return this.#writing;
      });
    return this.#next;
  }

  async #write(): Promise<void> {
    const draft = `${this.#path}.new`;
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(draft, JSON.stringify(this.#snapshot()));
    await rename(draft, this.#path);
  }
}

/** What this version wrote, it can read. */
const ownWriting = z.custom<KeptWorkspace>(
  (kept) => typeof kept === "object" && kept !== null && "version" in kept && kept.version === 1,
);

/** `undefined` when there is no such file yet. */
export async function readStateFile(path: string): Promise<KeptWorkspace | undefined> {
  try {
    const kept = ownWriting.safeParse(JSON.parse(await readFile(path, "utf8")));
    if (kept.success) return kept.data;
    throw new Error(`${path} was written by another version of the Slack simulator. Delete it to start from the seed.`);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
