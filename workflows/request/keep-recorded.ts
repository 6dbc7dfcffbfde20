import { condition } from "@temporalio/workflow";
import { recordOf } from "../../domain/record.ts";
import type { Running } from "./running.ts";
import { untilDone } from "./until-done.ts";

const RECORD = "record";

/** Writes the record whenever it says something else than the request; a burst of changes is one write. */
export async function keepRecorded(request: Running): Promise<void> {
  for (;;) {
    await condition(() => request.leaving || (isRecordStale(request) && isWorthRecording(request)));
    if (request.leaving) return;
    const record = recordOf(request.state);
    const text = JSON.stringify(record);
    const wanted = () =>
      !request.leaving && (request.trouble.size === 0 || JSON.stringify(recordOf(request.state)) === text);
    const written = await untilDone(request, RECORD, wanted, (activities) => activities.recordRequest(record));
    if (written !== "unwanted") request.written.set(RECORD, text);
  }
}

export function isRecordStale({ state, written }: Running): boolean {
  return written.get(RECORD) !== JSON.stringify(recordOf(state));
}

/** The first record waits for the post, which belongs in it; but not while Slack is down. */
function isWorthRecording({ state, trouble }: Running): boolean {
  return state.posts.length > 0 || trouble.size > 0 || state.standing.status !== "waiting";
}
