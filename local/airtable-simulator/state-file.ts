import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** A file that is replaced as a whole: a reader finds the old state or the new one, never half of either. */
export class StateFile {
  readonly #path: string;
  #last: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Resolves when a state at least as new as the one at the time of the call is on disk. Calls that wait share a write. */
  save(state: () => string): Promise<void> {
    if (this.#waiting !== undefined) return this.#waiting;
    const write = this.#last.then(() => {
      this.#waiting = undefined;
      return this.#replace(state());
    });
    this.#waiting = write;
    this.#last = write.catch(() => undefined);
    return write;
  }

  async #replace(text: string): Promise<void> {
    const beside = `${this.#path}.new`;
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(beside, text);
    await rename(beside, this.#path);
  }
}
