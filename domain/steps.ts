import { dueAt, nextTime, rowsOf } from "./due-times.ts";
import type { Audience } from "./outbox.ts";
import type { Deed, Step } from "./policy.ts";
import type { DoneStep, MentorRequest } from "./request.ts";

/** Whom a deed speaks to. Steps that fall due together are merged within an audience. */
export const HEARS: { readonly [deed in Deed]: readonly Audience[] } = {
  "post-to-mentors": ["mentors"],
  "send-receipt": ["mentee"],
  "acknowledge-mentee": ["mentee"],
  bump: ["mentors"],
  "tell-coordinator": ["coordinator"],
  "tell-ceo": ["ceo"],
  remind: ["coordinator", "ceo"],
  "ask-mentor-how-it-goes": ["mentor"],
  "ask-both-whether-they-met": ["mentor", "mentee"],
  lapse: ["mentor", "mentee"],
  "close-unanswered": ["mentee"],
  "ask-whether-it-helped": ["mentee"],
  complete: ["mentee"],
};

/** The deeds that end a stay. */
export const ENDS: readonly Deed[] = ["lapse", "close-unanswered", "complete"];

/** A step at one of its times. `nth` counts the times of a repeating step, or the stays of one that is done each stay. */
export interface Occurrence extends Pick<DoneStep, "step" | "nth"> {
  readonly id: string;
  readonly row: Step;
  /** When it is due, in milliseconds. */
  readonly at: number;
}

export interface Due {
  /** What is carried out now, and for whom. */
  readonly carryOut: readonly { readonly occurrence: Occurrence; readonly audiences: readonly Audience[] }[];
  /** What fell due as well, and is not carried out because something later speaks to the same audience. */
  readonly merged: readonly Occurrence[];
}

/**
 * Of several steps that are due, the last for each audience is carried out and the others are merged into it: nobody
 * gets five messages at once. A new post is never merged away: it says all that a bump would say.
 */
export function dueSteps(request: MentorRequest, now: number): Due {
  const due = untilTheEnd(occurrences(request, now));
  const speaker = new Map<Audience, Occurrence>();
  for (const occurrence of due) {
    for (const audience of HEARS[occurrence.row.do]) {
      if (speaker.get(audience)?.row.do !== "post-to-mentors") speaker.set(audience, occurrence);
    }
  }
  const audiencesOf = (occurrence: Occurrence) =>
    HEARS[occurrence.row.do].filter((audience) => speaker.get(audience) === occurrence);
  return {
    carryOut: due
      .map((occurrence) => ({ occurrence, audiences: audiencesOf(occurrence) }))
      .filter(({ audiences }) => audiences.length > 0),
    merged: due.filter((occurrence) => audiencesOf(occurrence).length === 0),
  };
}

/** What comes behind a step that ends the stay never comes. */
function untilTheEnd(due: readonly Occurrence[]): readonly Occurrence[] {
  const end = due.findIndex(({ row }) => ENDS.includes(row.do));
  return end < 0 ? due : due.slice(0, end + 1);
}

/** The steps that are still to come in this table, at their next time each, earliest first. */
export function stepsToCome(request: MentorRequest): readonly Occurrence[] {
  return rowsOf(request)
    .map((row) => firstOpen(request, row))
    .filter((occurrence) => occurrence !== undefined)
    .sort((a, b) => a.at - b.at);
}

/** The next step that is not done yet. */
export function nextStep(request: MentorRequest): Occurrence | undefined {
  return stepsToCome(request)[0];
}

/** The last row of the table that is done: how far up the ladder the request has come, also after it was given back. */
export function latestStep(request: MentorRequest): string | undefined {
  const { done, stay } = request;
  const isDone = ({ id, again }: Step) => done.some(({ step, nth }) => step === id && (!again || nth === stay.nth));
  return rowsOf(request).findLast(isDone)?.id;
}

/** All that is due now and not done yet, earliest first. */
function occurrences(request: MentorRequest, now: number): readonly Occurrence[] {
  return stepsToCome(request)
    .flatMap((first) => upTo(request, now, first))
    .sort((a, b) => a.at - b.at);
}

function firstOpen(request: MentorRequest, row: Step): Occurrence | undefined {
  const nth = nextTime(request, row);
  return nth === undefined ? undefined : occurrence(request, row, nth);
}

function occurrence(request: MentorRequest, row: Step, nth: number): Occurrence | undefined {
  const at = dueAt(request, row, nth);
  if (at === undefined) return undefined;
  return { id: row.every && nth > 0 ? `${row.id}-${nth + 1}` : row.id, step: row.id, nth, row, at };
}

function upTo(request: MentorRequest, now: number, first: Occurrence): readonly Occurrence[] {
  const due: Occurrence[] = [];
  let next: Occurrence | undefined = first;
  while (next && next.at <= now) {
    due.push(next);
    next = next.row.every ? occurrence(request, next.row, next.nth + 1) : undefined;
  }
  return due;
}
