import type { ActOf } from "../act.ts";
import type { MemberId } from "../ids.ts";
import { say, sayInThreads } from "../outbox.ts";
import { type Ending, endedBy } from "../pairing.ts";
import { holder, type MentorRequest, moved, noted } from "../request.ts";

/** The mentor cannot do it after all. The request waits again, and is posted at once. */
export function release(request: MentorRequest, { by, reason }: ActOf<"release">, now: number): MentorRequest {
  const back = noted(waitingAgain(request, "given back", now), { at: now, by, what: "release", words: reason });
  return tellThatItIsOpen(back, holder(request), now);
}

/** The coordinator takes a claim away. */
export function takeAway(request: MentorRequest, { by, reason }: ActOf<"take-away">, now: number): MentorRequest {
  const mentor = holder(request);
  const to = mentor ? { to: mentor } : {};
  const back = noted(waitingAgain(request, "taken away", now), {
    at: now,
    by,
    what: "take-away",
    words: reason,
    ...to,
  });
  const toMentor = mentor
    ? say(back, { audience: "mentor", about: "taken-away", to: mentor, words: reason }, "taken-away", now)
    : back;
  return tellThatItIsOpen(toMentor, mentor, now);
}

/** Nobody answered for too long: the claim lapses, and the coordinator is told. */
export function lapse(request: MentorRequest, now: number): MentorRequest {
  const mentor = holder(request);
  if (!mentor) return request;
  const back = noted(waitingAgain(request, "lapsed", now), { at: now, by: "muster", what: "lapsed", to: mentor });
  const toMentor = say(back, { audience: "mentor", about: "lapsed", to: mentor }, "lapsed", now);
  const toMentee = say(toMentor, { audience: "mentee", about: "open-again", who: mentor }, "lapsed", now);
  return say(toMentee, { audience: "coordinator", about: "lapsed", who: mentor }, "lapsed", now);
}

/** The session did not help: the same request, with another mentor. The former one is excluded. */
export function anotherMentor(request: MentorRequest, { by }: ActOf<"another-mentor">, now: number): MentorRequest {
  const mentor = holder(request);
  const back = noted(waitingAgain(request, "did not help", now), { at: now, by, what: "another-mentor" });
  const excluded = mentor ? { ...back, excluded: [...new Set([...back.excluded, mentor])] } : back;
  const about = { audience: "coordinator", about: "another-mentor", ...(mentor && { who: mentor }) } as const;
  return say(excluded, about, "another-mentor", now);
}

/** A mentor passes: they are not mentioned again for this request. */
export function pass(request: MentorRequest, { by }: ActOf<"pass">, now: number): MentorRequest {
  return noted({ ...request, passed: [...new Set([...request.passed, by])] }, { at: now, by, what: "pass" });
}

function waitingAgain(request: MentorRequest, ended: Ending, now: number): MentorRequest {
  const mentor = holder(request);
  const passed = mentor ? [...new Set([...request.passed, mentor])] : request.passed;
  const back = moved(request, { status: "waiting" }, now);
  return { ...back, pairings: endedBy(back.pairings, ended), passed };
}

function tellThatItIsOpen(request: MentorRequest, mentor: MemberId | undefined, now: number): MentorRequest {
  const about = { audience: "mentee", about: "open-again", ...(mentor && { who: mentor }) } as const;
  return sayInThreads(say(request, about, "open-again", now), "open-again", now);
}
