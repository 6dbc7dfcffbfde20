import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { freePort } from "../../local/temporal/free-port.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type Ports = Readonly<Record<"temporal" | "ui" | "slack" | "airtable", number>>;

export async function freePorts(): Promise<Ports> {
  return { temporal: await freePort(), ui: await freePort(), slack: await freePort(), airtable: await freePort() };
}

/** What `npm start` runs, in a terminal of its own; npm itself answers a Ctrl-C with an exit code of its own. */
export class StartProcess {
  readonly #child: ChildProcess;
  readonly #dataDir: string;
  readonly #exit: Promise<number | null>;
  readonly lines: string[] = [];
  #onLine: () => void = () => undefined;

  constructor(dataDir: string, ports: Ports, ...more: readonly string[]) {
    const chosen = Object.entries(ports).flatMap(([part, port]) => [`--${part}-port`, String(port)]);
    // In a process group of its own, as a shell would do it: a Ctrl-C reaches the whole group.
    this.#child = spawn(
      process.execPath,
      ["--import", "tsx", "local/start.ts", "--data", dataDir, "--port", "0", ...chosen, ...more],
      {
        cwd: ROOT,
        detached: true,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    this.#dataDir = dataDir;
    this.#exit = once(this.#child, "close").then(([code]) => code as number | null);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        this.lines.push(line);
        this.#onLine();
      });
    }
  }

  get output(): string {
    return this.lines.join("\n");
  }

  /** Resolves with the line that says so; rejects when it ends before that. */
  ready(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#onLine = () => {
        const line = this.lines.find((one) => one.startsWith("Ready"));
        if (line) resolve(line);
      };
      this.#onLine();
      void this.#exit.then((code) => reject(new Error(`npm start ended with ${code}:\n${this.output}`)));
    });
  }

  ended(): Promise<number | null> {
    return this.#exit;
  }

  /** Ctrl-C in the terminal. */
  async ctrlC(): Promise<number | null> {
    process.kill(-this.#pid(), "SIGINT");
    return this.#exit;
  }

  /** All at once, the Temporal server included, as a power cut would. */
  async powerCut(): Promise<void> {
    const server = await this.serverPid();
    process.kill(-this.#pid(), "SIGKILL");
    process.kill(server, "SIGKILL");
    await this.#exit;
  }

  /** `kill -9` of us, which leaves the server to itself. */
  async kill(): Promise<void> {
    process.kill(-this.#pid(), "SIGKILL");
    await this.#exit;
  }

  /** For the end of a test, whatever came of it. */
  async clearAway(): Promise<void> {
    const server = await this.serverPid().catch(() => undefined);
    if (this.isRunning()) await this.kill();
    if (server !== undefined && isRunning(server)) process.kill(server, "SIGKILL");
  }

  isRunning(): boolean {
    return isRunning(-this.#pid());
  }

  async serverPid(): Promise<number> {
    const note: unknown = JSON.parse(await readFile(join(this.#dataDir, "temporal.db.pid"), "utf8"));
    return z.object({ server: z.number() }).parse(note).server;
  }

  #pid(): number {
    return this.#child.pid ?? Number.NaN;
  }
}

/** Of a process; of a whole group when the number is negative. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
