import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "@temporalio/client";
import { z } from "zod";
import { isRecordId, type RecordId } from "../domain/ids.ts";
import { upToDate } from "../domain/policy.ts";
import { CATALOGUE_COPY } from "../domain/wording/catalogue-copy.ts";
import { PROGRAMME_ID, PROGRAMME_QUERY, type ProgrammeState, REFRESH_SIGNAL } from "../workflows/contract.ts";
import type { Log } from "./requests.ts";

const FRESH_MS = 60_000;
/** From this age on the records are asked, and not only the workflow. */
const RECORDS_FRESH_MS = 10 * 60_000;
const DEADLINE_MS = 5_000;
/** From this wait up to a hundred times as long, while there has never been a copy. */
const FIRST_WAIT_MS = 200;

/** What forms need, at hand at once: in memory, and on disk for the time after a restart. */
export interface ProgrammeCopy {
  /** The latest copy, however old; undefined until there has ever been one. */
  readonly current: ProgrammeState | undefined;
  /** Fetches a newer copy, unless it is fresh. Never throws: the copy that there is stays in use. */
  refresh(): Promise<void>;
  /** How old it is, and whether the last attempt to have it renewed has failed: of Temporal, or of the records behind it. */
  howOld(): { readonly what: string; readonly readAt?: string; readonly isStale: boolean };
  /** Asks until there is a copy from which forms can be shown, or until the signal ends it. */
  untilLoaded(signal: AbortSignal): Promise<void>;
}

export async function openProgrammeCopy(client: Client, file: string, log: Log): Promise<ProgrammeCopy> {
  let current = await readCopy(file, log);
  let fetchedAt = 0;
  let fetching: Promise<void> | undefined;
  let isOutOfReach = false;
  /** When the records were first asked for what has not come since. */
  let wantedSince: number | undefined;

  const fetch = async (): Promise<void> => {
    try {
      const handle = client.workflow.getHandle(PROGRAMME_ID);
      await client.connection.withDeadline(Date.now() + DEADLINE_MS, async () => {
        const state = await handle.query<ProgrammeState>(PROGRAMME_QUERY);
        const { readAt = 0 } = state;
        if (wantedSince !== undefined && readAt >= wantedSince) wantedSince = undefined;
        isOutOfReach = wantedSince !== undefined;
        if (Date.now() - readAt > RECORDS_FRESH_MS) {
          wantedSince ??= Date.now();
          await handle.signal(REFRESH_SIGNAL);
        }
        if (state.catalogue) fetchedAt = Date.now();
        current = state.catalogue ? state : (current ?? state);
      });
      if (current?.catalogue) await writeCopy(file, current);
    } catch (error) {
      isOutOfReach = true;
      log.warn("the copy of what forms need could not be renewed; the last one stays in use", error);
    } finally {
      fetching = undefined;
    }
  };

  const refresh = async (): Promise<void> => {
    if (Date.now() - fetchedAt < FRESH_MS) return;
    fetching ??= fetch();
    await fetching;
  };

  return {
    get current() {
      return current;
    },
    refresh,
    howOld() {
      const readAt = current?.catalogue && current.readAt;
      return {
        what: CATALOGUE_COPY,
        ...(readAt && { readAt: new Date(readAt).toISOString() }),
        isStale: isOutOfReach,
      };
    },
    async untilLoaded(signal) {
      for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 1.5, 100 * FIRST_WAIT_MS)) {
        await refresh();
        if (current?.catalogue) return;
        await Promise.race([delay(wait), aborted(signal)]);
      }
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

const choice = z.object({ id: z.custom<RecordId>(isRecordId), name: z.string() });
const onDisk = z.looseObject({
  people: z.looseObject({}),
  policy: z.looseObject({ name: z.string() }),
  catalogue: z.object({ services: z.array(choice), skills: z.array(choice), affiliations: z.array(choice) }),
});

async function readCopy(file: string, log: Log): Promise<ProgrammeState | undefined> {
  try {
    const copy: unknown = JSON.parse(await readFile(file, "utf8"));
    const state = onDisk.parse(copy) as unknown as ProgrammeState;
    return { ...state, policy: upToDate(state.policy) };
  } catch (error) {
    const none = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!none) log.warn(`${file} is not a copy that can be used; a new one will be fetched`, error);
    return undefined;
  }
}

/** Written beside it and renamed, so that a crash leaves the old copy. */
async function writeCopy(file: string, state: ProgrammeState): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(state));
  await rename(`${file}.new`, file);
}
