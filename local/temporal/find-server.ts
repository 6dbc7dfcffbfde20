import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { buildServer } from "./build-server.ts";
import { downloadServer, TEMPORAL_DOWNLOADS } from "./download-server.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { DOWNLOADED_CLI, PINNED } from "./pinned-version.ts";
import { elapsedSince, type Progress } from "./progress.ts";
import { ServerCache } from "./server-cache.ts";
import { OLDEST_SERVER, usableServerVersion } from "./server-version.ts";

/** What a search for a program goes by. */
export interface Search {
  readonly env: NodeJS.ProcessEnv;
  readonly progress: Progress;
  /** Where releases are downloaded from; Temporal's own site unless told otherwise. */
  readonly site?: string;
}

interface Source {
  readonly name: string;
  readonly needs: string;
  /** The path of a program, or an error that says what came back: `Absent` if nobody would expect it to be there. */
  look(search: Search, cache: ServerCache): Promise<string>;
}

/** That something optional is simply not there, which is no news to anybody. */
class Absent extends Error {}

const NAMED: Source = {
  name: "the program that TEMPORAL_SERVER names",
  needs: `the path of a \`temporal\` program with server ${OLDEST_SERVER} or later`,
  async look({ env }) {
    if (!env.TEMPORAL_SERVER) throw new Absent("it is not set");
    return env.TEMPORAL_SERVER;
  },
};

const ON_THE_PATH: Source = {
  name: "a `temporal` program on the PATH",
  needs: `Temporal's CLI with server ${OLDEST_SERVER} or later, from docs.temporal.io/cli`,
  async look({ env }) {
    const programs = (env.PATH ?? "").split(delimiter).map((folder) => join(folder, "temporal"));
    const first = programs.find(isProgram);
    if (!first) throw new Absent("there is none");
    return first;
  },
};

const CACHED: Source = {
  name: "the cached one",
  needs: "a download or a build that has worked once",
  async look(_search, cache) {
    const [first] = cache.present;
    if (!first) throw new Absent(`there is none in ${cache.folder}`);
    return first;
  },
};

const DOWNLOADED: Source = {
  name: `a download of Temporal's CLI ${DOWNLOADED_CLI}`,
  needs: `${new URL(TEMPORAL_DOWNLOADS).host}, and \`tar\``,
  async look({ progress, site = TEMPORAL_DOWNLOADS }, cache) {
    progress(`Temporal server: downloading Temporal's CLI ${DOWNLOADED_CLI}, about 60 MB`);
    await downloadServer(cache.downloaded, { site, progress });
    return cache.downloaded;
  },
};

const BUILT: Source = {
  name: "a build of local/temporal/go.mod",
  needs: `Go ${PINNED.go} or later on the PATH, from go.dev/dl, and a Go module proxy`,
  async look({ env, progress }, cache) {
    progress(`Temporal server: building server ${PINNED.server} with Go, about 8 minutes the first time on two cores`);
    await buildServer(cache.built, { env, progress });
    return cache.built;
  },
};

const AT_HAND = [NAMED, ON_THE_PATH, CACHED] as const;
const TO_BE_MADE = [DOWNLOADED, BUILT] as const;

/**
 * The path of a `temporal` program that can skip time: the first that works of those at hand, else one that is
 * downloaded or built, and cached. Two processes that need one at the same time make it once.
 */
export async function findServer(search: Search): Promise<string> {
  const cache = new ServerCache(search.env);
  const failures: string[] = [];
  const firstThatWorks = async (sources: readonly Source[]): Promise<string | undefined> => {
    for (const source of sources) {
      const start = performance.now();
      try {
        const program = await source.look(search, cache);
        const version = await usableServerVersion(program);
        search.progress(`Temporal server: ${version}, ${source.name} (${program}), ${elapsedSince(start)}`);
        return program;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        failures.push(`${source.name}: ${why}\n     It needs ${source.needs}.`);
        if (!(error instanceof Absent)) search.progress(`Temporal server: not ${source.name}: ${why}`);
      }
    }
    return undefined;
  };

  const atHand = await firstThatWorks(AT_HAND);
  if (atHand) return atHand;
  const waiting = () => search.progress("Temporal server: another process is getting it; waiting for that");
  const made = await oneAtATime(join(cache.folder, "temporal.lock"), { waiting }, async () =>
    cache.present.length > 0 ? firstThatWorks([CACHED, ...TO_BE_MADE]) : firstThatWorks(TO_BE_MADE),
  );
  if (made) return made;
  const list = failures.map((failure, index) => `  ${index + 1}. ${failure}`).join("\n");
  throw new Error(`There is no Temporal server to be had. These were tried, in this order; any one will do:\n${list}`);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
