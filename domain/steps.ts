import { milliseconds } from "./duration.ts";
import type { Audience } from "./outbox.ts";
import type { Deed, Step } from "./policy.ts";
import { type DoneStep, type MentorRequest, timeInPlace } from "./request.ts";

/** Whom a deed speaks to. Steps that fall due together are merged within an audience. */
export const HEARS: { readonly [deed in Deed]: readonly Audience[] } = {
  "post-to-mentors": ["mentors"],
  "send-receipt": ["mentee"],
  "acknowledge-mentee": ["mentee"],
  bump: ["mentors"],
  "tell-coordinator": ["coordinator"],
  "tell-ceo": ["ceo"],
  remind: ["coordinator", "ceo"],
};

/** A step at one of its times. `nth` counts the times of a repeating step, or the stays of one that is done each stay. */
export interface Occurrence extends DoneStep {
  readonly id: string;
  readonly row: Step;
  /** Time in the place at which it is due. */
  readonly after: number;
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
  const due = occurrences(request, timeInPlace(request.stay, now));
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

/** The next step that is not done yet, and the moment at which it falls due. */
export function nextStep(request: MentorRequest): { readonly occurrence: Occurrence; readonly at: number } | undefined {
  const open = rows(request)
    .map((row) => firstOpen(request, row))
    .filter((occurrence) => occurrence !== undefined)
    .sort((a, b) => a.after - b.after);
  const [occurrence] = open;
  if (!occurrence) return undefined;
  return { occurrence, at: request.stay.since + Math.max(0, occurrence.after - request.stay.before) };
}

/** All that is due after this much time in the place and not done yet, earliest first. */
function occurrences(request: MentorRequest, elapsed: number): readonly Occurrence[] {
  return rows(request)
    .flatMap((row) => {
      const first = firstOpen(request, row);
      return first ? upTo(elapsed, first) : [];
    })
    .sort((a, b) => a.after - b.after);
}

function rows({ policy, stay }: MentorRequest): readonly Step[] {
  return stay.place === "closed" ? [] : policy[stay.place];
}

function firstOpen(request: MentorRequest, row: Step): Occurrence | undefined {
  const done = request.done.filter(({ step }) => step === row.id).map(({ nth }) => nth);
  if (row.again === "each stay") {
    return done.includes(request.stay.nth) ? undefined : occurrence(row, request.stay.nth);
  }
  const nth = done.length === 0 ? 0 : Math.max(...done) + 1;
  return nth > 0 && !row.every ? undefined : occurrence(row, nth);
}

function occurrence(row: Step, nth: number): Occurrence {
  const after = milliseconds(row.after) + (row.every ? nth * milliseconds(row.every) : 0);
  return { id: row.every && nth > 0 ? `${row.id}-${nth + 1}` : row.id, step: row.id, nth, row, after };
}

function upTo(elapsed: number, first: Occurrence): readonly Occurrence[] {
  const due: Occurrence[] = [];
  for (let next = first; next.after <= elapsed; next = occurrence(next.row, next.nth + 1)) {
    due.push(next);
    if (!next.row.every) break;
  }
  return due;
}
