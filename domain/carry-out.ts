import { type Audience, say } from "./outbox.ts";
import type { MentorRequest } from "./request.ts";
import { dueSteps, type Occurrence } from "./steps.ts";
import { written } from "./timeline.ts";

/** The request after everything that is due at this moment was decided: said, or merged into something later. */
export function carryOutDueSteps(request: MentorRequest, now: number): MentorRequest {
  const { carryOut, merged } = dueSteps(request, now);
  const afterMerging = merged.reduce((state, occurrence) => {
    const entry = { at: now, by: "muster", what: "merged", note: occurrence.id } as const;
    return { ...ticked(state, occurrence), timeline: written(state.timeline, entry) };
  }, request);
  return carryOut.reduce((state, { occurrence, audiences }) => {
    const told = audiences.reduce((next, audience) => tell(next, occurrence, audience, now), state);
    return ticked(told, occurrence);
  }, afterMerging);
}

/** The request with that step ticked off, so that it is never done again. */
function ticked(request: MentorRequest, { step, nth }: Occurrence): MentorRequest {
  return { ...request, done: [...request.done, { step, nth }] };
}

function tell(request: MentorRequest, { id, row }: Occurrence, audience: Audience, now: number): MentorRequest {
  switch (row.do) {
    case "post-to-mentors":
      return say(request, { audience: "mentors", about: "post" }, id, now);
    case "send-receipt":
      return say(request, { audience: "mentee", about: "receipt" }, id, now);
    case "acknowledge-mentee":
      return say(request, { audience: "mentee", about: "acknowledge" }, id, now);
    case "bump":
      return say(request, { audience: "mentors", about: "bump" }, id, now);
    case "tell-coordinator":
      return say(request, { audience: "coordinator", about: "unclaimed" }, id, now);
    case "tell-ceo":
      return say(request, { audience: "ceo", about: "unclaimed" }, id, now);
    case "remind":
      return say(request, { audience: audience === "ceo" ? "ceo" : "coordinator", about: "remind" }, id, now);
  }
}
