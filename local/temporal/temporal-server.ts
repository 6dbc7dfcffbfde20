import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { findServer } from "./find-server.ts";
import { ensureFree, freePort } from "./free-port.ts";
import { endOrphanedServer, forgetServer, noteServer } from "./orphaned-server.ts";
import type { SearchAttributeKeys } from "./prepare-namespace.ts";
import type { Progress } from "./progress.ts";
import { serverArguments } from "./server-arguments.ts";
import { launch } from "./server-process.ts";
import { untilReady } from "./until-ready.ts";

const NAMESPACE = "default";

export interface TemporalServerSettings {
  readonly progress: Progress;
  /** A free one when absent. */
  readonly port?: number | undefined;
  /** Of Temporal's web UI; a free one when absent. */
  readonly uiPort?: number | undefined;
  /** Where everything is kept; in memory when absent. */
  readonly dbFile?: string | undefined;
  /** Added where they are missing, also to a database from before. */
  readonly searchAttributes?: SearchAttributeKeys;
  /** The file that the server's own log is appended to; beside the database when absent, or a temporary one. */
  readonly log?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
}

export interface TemporalServer {
  /** For clients and workers, "127.0.0.1:7233". */
  readonly address: string;
  readonly uiUrl: string;
  readonly namespace: typeof NAMESPACE;
  readonly pid: number;
  readonly log: string;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it in order; after 10 s, by force. Twice is harmless. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/**
 * A real Temporal server of our own on this machine, ready for use when this returns. It ends with this process, and is
 * not reached by a Ctrl-C in the terminal, so that a worker can finish before it.
 */
export async function startTemporalServer(settings: TemporalServerSettings): Promise<TemporalServer> {
  const { progress, env = process.env } = settings;
  const dbFile = settings.dbFile && resolve(settings.dbFile);
  const log = settings.log ?? `${dbFile ?? join(tmpdir(), `muster-temporal-${randomUUID()}`)}.log`;
  const program = await findServer({ env, progress });
  for (const file of [log, ...(dbFile ? [dbFile] : [])]) await mkdir(dirname(file), { recursive: true });
  if (dbFile) await endOrphanedServer(dbFile, progress);
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(program, settings, { dbFile, log });
    } catch (error) {
      // Between the search for a free port and its use, another program may have taken it: the server says so, or
      // panics (of the ports that it chooses itself), and ends.
      if (!(error instanceof EndedTooEarly) || attempt === 3) throw error;
    }
  }
}

class EndedTooEarly extends Error {
  override readonly name = "EndedTooEarly";
}

async function startOnce(
  program: string,
  settings: TemporalServerSettings,
  { dbFile, log }: { readonly dbFile: string | undefined; readonly log: string },
): Promise<TemporalServer> {
  if (settings.port) await ensureFree(settings.port, "the Temporal server");
  if (settings.uiPort) await ensureFree(settings.uiPort, "Temporal's web UI");
  const port = settings.port ?? (await freePort());
  const uiPort = settings.uiPort ?? (await freePort());

  const server = await launch(program, serverArguments({ port, uiPort, dbFile }), log);
  if (dbFile) await noteServer(dbFile, server.pid);
  const tooEarly = new AbortController();
  void server.ended.then(() => tooEarly.abort());
  try {
    await untilReady(
      { port, uiPort, namespace: NAMESPACE, searchAttributes: settings.searchAttributes ?? {} },
      tooEarly.signal,
    );
    // It may have answered, and ended since for want of another port; or somebody else's server has answered.
    tooEarly.signal.throwIfAborted();
  } catch (error) {
    await server.end("forced");
    const words = `Its last words, from ${log}:\n${await server.lastWords()}`;
    if (tooEarly.signal.aborted) throw new EndedTooEarly(`The Temporal server ended while it was starting. ${words}`);
    throw new Error(`The Temporal server did not become ready (${error}). ${words}`);
  }
  return {
    address: `127.0.0.1:${port}`,
    uiUrl: `http://127.0.0.1:${uiPort}`,
    namespace: NAMESPACE,
    pid: server.pid,
    log,
    ended: server.ended,
    async stop() {
      await server.end();
      if (dbFile) await forgetServer(dbFile);
      if (!settings.log && !dbFile) await rm(log, { force: true });
    },
    kill: () => server.end("forced"),
  };
}
