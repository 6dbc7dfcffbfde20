import { defineSignal, setDefaultSignalHandler, setHandler } from "@temporalio/workflow";
import { ACTS, type ActName, readAct } from "../../domain/act.ts";
import { written } from "../../domain/timeline.ts";
import { RECORD_AGAIN_SIGNAL } from "../contract.ts";
import { forgetWhatWasRecorded } from "./keep-recorded.ts";
import type { Running } from "./running.ts";

/**
 * Takes what people do, and only puts it in line: the main flow decides. A handler never throws, since that would stop
 * the request until somebody mends it; what cannot be read is refused in the timeline.
 */
export function takeActs(request: Running): void {
  for (const name of ACTS) {
    setHandler(defineSignal<[unknown]>(name), (payload) => take(request, name, payload));
  }
  setHandler(defineSignal(RECORD_AGAIN_SIGNAL), () => forgetWhatWasRecorded(request));
  setDefaultSignalHandler((name) => refuse(request, `${name.slice(0, 40)}: there is no such signal`));
}

function take(request: Running, name: ActName, payload: unknown): void {
  const act = readAct(name, payload);
  if ("wrong" in act) refuse(request, `${name}: ${act.wrong}`);
  else request.inbox.push(act);
}

function refuse(request: Running, note: string): void {
  const entry = { at: Date.now(), by: "temporal", what: "refused", note } as const;
  request.state = { ...request.state, timeline: written(request.state.timeline, entry) };
}
