import { condition, defineQuery, setHandler } from "@temporalio/workflow";
import { type PairingRecord, pairingRecords } from "../../domain/pairing.ts";
import { recordOf, worthWriting } from "../../domain/record.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { RECORDED_QUERY, type Recorded } from "../contract.ts";
import { digest } from "./digest.ts";
import { oncePerState } from "./once-per-state.ts";
import { type Running, remember } from "./running.ts";
import { untilDone } from "./until-done.ts";

const RECORD = "record";
/** Beside digests, this is kept as it is: the records may say less than the request by now, and are right all the same. */
const WRITTEN_LATER = "written-later";

/** Writes the record whenever it says something else than the request; a burst of changes is one write. */
export async function keepRecorded(request: Running): Promise<void> {
  setHandler(defineQuery<Recorded>(RECORDED_QUERY), () => ({
    record: recordOf(request.state),
    pairings: pairingRecords(request.state),
    settled: !isRecordStale(request),
    ...asWritten(request),
  }));
  for (;;) {
    await condition(() => request.leaving || (isRecordStale(request) && isWorthRecording(request)));
    if (request.leaving) return;
    const record = recordOf(request.state);
    const text = digest(worthWriting(request.state));
    const pairings = stalePairings(request);
    const wanted = () =>
      !request.leaving && (request.trouble.size === 0 || digest(worthWriting(request.state)) === text);
    const written = await untilDone(request, RECORD, wanted, (activities) =>
      activities.recordRequest({ ...record, pairings }),
    );
    if (written === "unwanted") continue;
    remember(request, [
      [RECORD, text],
      [WRITTEN_LATER, JSON.stringify({ mentioned: record.mentioned, stepsDone: record.stepsDone })],
      ...pairings.map((pairing) => [pairing.key, digest(pairing)] as const),
    ]);
  }
}

export const isRecordStale = oncePerState((request) => {
  const { state, written } = request;
  return written.get(RECORD) !== digest(worthWriting(state)) || stalePairings(request).length > 0;
});

function asWritten({ state, written }: Running): Pick<Recorded, "asWritten"> {
  const text = written.get(WRITTEN_LATER);
  return text === undefined || state.standing.status === "closed" ? {} : { asWritten: JSON.parse(text) };
}

/** What has not changed is not written again. */
function stalePairings({ state, written }: Running): readonly PairingRecord[] {
  return pairingRecords(state).filter((pairing) => written.get(pairing.key) !== digest(pairing));
}

/** By what it is remembered that the records are written. */
export function recordKeys(state: MentorRequest): readonly string[] {
  return [RECORD, WRITTEN_LATER, ...pairingRecords(state).map(({ key }) => key)];
}

/** The record is written again, whatever was written before: somebody has changed it by hand, or removed it. */
export function forgetWhatWasRecorded(request: Running): void {
  const keys = recordKeys(request.state);
  request.written = new Map([...request.written].filter(([key]) => !keys.includes(key)));
}

/** The first record waits for the post, which belongs in it; but not while Slack is down. */
function isWorthRecording({ state, trouble }: Running): boolean {
  return state.posts.length > 0 || trouble.size > 0 || state.standing.status !== "waiting";
}
