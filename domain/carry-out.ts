import { closeUnanswered, complete } from "./acts/close.ts";
import { lapse } from "./acts/give-back.ts";
import { keyOf } from "./due-times.ts";
import { milliseconds } from "./duration.ts";
import { type Audience, type Message, say } from "./outbox.ts";
import type { Deed } from "./policy.ts";
import { holder, type MentorRequest, noted } from "./request.ts";
import { dueSteps, ENDS, type Occurrence } from "./steps.ts";

/**
 * The request after everything that is due at this moment was decided: said, done, or merged into something later.
 * `asksAtOnce`: see `asksInWorkingTime`.
 */
export function carryOutDueSteps(before: MentorRequest, now: number, asksAtOnce = false): MentorRequest {
  const request = askedBeforeItEnds(before, now, asksAtOnce);
  const { carryOut, merged } = dueSteps(request, now);
  const afterMerging = merged.reduce((state, occurrence) => {
    const entry = { at: now, by: "muster", what: "merged", note: occurrence.id } as const;
    return noted(ticked(state, occurrence, now), entry);
  }, request);
  return carryOut.reduce((state, { occurrence, audiences }) => {
    const isOver = state.stay.nth !== request.stay.nth;
    return isOver ? state : carriedOut(ticked(state, occurrence, now), occurrence, audiences, now);
  }, afterMerging);
}

/**
 * Nothing ends before somebody was asked. When a question and the end that follows its silence fall due together, since
 * nothing of ours ran for so long, the table goes on as if the question were in time now.
 */
function askedBeforeItEnds(request: MentorRequest, now: number, atOnce: boolean): MentorRequest {
  const question = dueWithTheEnd(request, now);
  if (!question) return request;
  const { agreedOn: _, reckoned: __, ...stay } = request.stay;
  const reckoned = atOnce && { reckoned: { [keyOf(question.row, question.nth)]: now } };
  return { ...request, stay: { ...stay, since: now - milliseconds(question.row.after), ...reckoned } };
}

/** Whether that happens where only working time counts: the question has to be in time by itself then, unreckoned. */
export const asksInWorkingTime = (request: MentorRequest, now: number): boolean =>
  request.policy.calendar.kind === "working" && dueWithTheEnd(request, now) !== undefined;

/** The last question that falls due together with an end. */
function dueWithTheEnd(request: MentorRequest, now: number): Occurrence | undefined {
  const { carryOut, merged } = dueSteps(request, now);
  const due = [...merged, ...carryOut.map(({ occurrence }) => occurrence)];
  const ends = due.some(({ row }) => ENDS.includes(row.do));
  return ends ? due.filter(({ row }) => !ENDS.includes(row.do)).sort((a, b) => b.at - a.at)[0] : undefined;
}

/** The questions whose silence ends the stay, where no row of the table asks them. */
export const ASKED_AT_ONCE: readonly Message["about"][] = ["have-you-written", "still-wanted"];

/** Whether the stay would end now for want of an answer, while the question has not even been sent. */
export function endsUnasked(request: MentorRequest, now: number): boolean {
  const isUnasked = request.outbox.some(({ about }) => ASKED_AT_ONCE.includes(about));
  return isUnasked && dueSteps(request, now).carryOut.some(({ occurrence }) => ENDS.includes(occurrence.row.do));
}

/** The same, with all the time for an answer from now on. */
export function askedFromNow({ stay: { agreedOn: _, reckoned: __, ...stay }, ...request }: MentorRequest, now: number) {
  return { ...request, stay: { ...stay, since: now, earlier: [] } };
}

/** Of more, only the latest time of each step is kept: what is to come follows from that. */
const DONE_KEPT_WHOLE = 100;

/** The request with that step ticked off, so that it is never done again. */
function ticked(request: MentorRequest, { step, nth }: Occurrence, now: number): MentorRequest {
  const before =
    request.done.length < DONE_KEPT_WHOLE ? request.done : request.done.filter((other) => other.step !== step);
  return { ...request, done: [...before, { step, nth, doneAt: now }] };
}

function carriedOut(
  request: MentorRequest,
  { id, row }: Occurrence,
  ...[audiences, now]: [readonly Audience[], number]
): MentorRequest {
  switch (row.do) {
    case "lapse":
      return lapse(request, now);
    case "close-unanswered":
      return closeUnanswered(request, now);
    case "complete":
      return complete(request, now);
    default: {
      const deed = row.do;
      return audiences.reduce((state, audience) => tell(state, { id, audience, do: deed }, now), request);
    }
  }
}

interface Telling {
  readonly id: string;
  readonly audience: Audience;
  readonly do: Exclude<Deed, "lapse" | "close-unanswered" | "complete">;
}

function tell(request: MentorRequest, { id, audience, do: deed }: Telling, now: number): MentorRequest {
  switch (deed) {
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
    case "ask-mentor-how-it-goes":
      return toHolder(request, "how-it-goes", id, now);
    case "ask-both-whether-they-met":
      return audience === "mentee"
        ? say(request, { audience: "mentee", about: "did-you-meet" }, id, now)
        : toHolder(request, "did-you-meet", id, now);
    case "ask-whether-it-helped":
      return say(request, { audience: "mentee", about: "did-it-help" }, id, now);
  }
}

function toHolder(
  request: MentorRequest,
  about: "how-it-goes" | "did-you-meet",
  ...[id, now]: [string, number]
): MentorRequest {
  const to = holder(request);
  return to ? say(request, { audience: "mentor", about, to }, id, now) : request;
}
