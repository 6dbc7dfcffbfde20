import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { DOWNLOADED_CLI, PINNED } from "./pinned-version.ts";

/** Where programs are kept, outside the checkout, so that a second checkout has them at once. */
export class ServerCache {
  readonly folder: string;

  constructor(env: NodeJS.ProcessEnv) {
    this.folder = join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "muster");
  }

  get downloaded(): string {
    return join(this.folder, `temporal-${DOWNLOADED_CLI}-${machine}`, "temporal");
  }

  /** Another `go.sum` is another program. */
  get built(): string {
    return join(this.folder, `temporal-${PINNED.cli}-${PINNED.server}-${machine}-${PINNED.hash}`, "temporal");
  }

  /** What is there already, the best first. */
  get present(): readonly string[] {
    return [this.downloaded, this.built].filter((program) => existsSync(program));
  }
}

const machine = `${process.platform}-${process.arch}`;
