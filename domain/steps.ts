import { workingDay } from "./calendar.ts";
import { DAY, milliseconds } from "./duration.ts";
import type { Audience } from "./outbox.ts";
import { type Deed, type Policy, type Step, TABLES_OF_STEPS } from "./policy.ts";
import type { DoneStep, MentorRequest, Stay } from "./request.ts";

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
  return rows(request)
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
  return rows(request).findLast(isDone)?.id;
}

/** All that is due now and not done yet, earliest first. */
function occurrences(request: MentorRequest, now: number): readonly Occurrence[] {
  return stepsToCome(request)
    .flatMap((first) => upTo(request, now, first))
    .sort((a, b) => a.at - b.at);
}

function rows({ policy, stay, standing }: MentorRequest): readonly Step[] {
  return standing.status === "closed" ? [] : policy[stay.table];
}

function firstOpen(request: MentorRequest, row: Step): Occurrence | undefined {
  const nth = nextTime(request, row);
  return nth === undefined ? undefined : occurrence(request, row, nth);
}

/** Which time of this step is still to come; undefined when it is done for good. */
export function nextTime({ done, stay }: MentorRequest, row: Step): number | undefined {
  const times = done.filter(({ step }) => step === row.id).map(({ nth }) => nth);
  if (row.again === "each stay") return times.includes(stay.nth) ? undefined : stay.nth;
  const nth = times.length === 0 ? 0 : Math.max(...times) + 1;
  return nth > 0 && !row.every ? undefined : nth;
}

function occurrence(request: MentorRequest, row: Step, nth: number): Occurrence | undefined {
  const at = dueAt(request, row, nth);
  if (at === undefined) return undefined;
  return { id: row.every && nth > 0 ? `${row.id}-${nth + 1}` : row.id, step: row.id, nth, row, at };
}

/**
 * An agreed date moves the rows that speak of it; the others wait until there is no date any more. A date that was past
 * when they told us counts from then.
 */
function dueAt(request: MentorRequest, row: Step, nth: number): number | undefined {
  const { stay, policy } = request;
  if (stay.agreedOn !== undefined) {
    if (row.afterSession === undefined) return undefined;
    if (stay.reckonsDate && isReckoned(policy, row.afterSession)) return stay.reckoned?.[keyOf(row, nth)];
    return countedFrom(stay) + milliseconds(row.afterSession);
  }
  if (isReckoned(policy, row.after)) return stay.reckoned?.[keyOf(row, nth)];
  const before = stay.earlier.reduce((sum, { from, to }) => sum + to - from, 0);
  return stay.since + Math.max(0, afterOf(request, row, nth) - before);
}

/** In working time everything is reckoned with the calendar, but for what is done at once. */
const isReckoned = ({ calendar }: Policy, after: string): boolean =>
  calendar.kind === "working" && milliseconds(after) > 0;

/** From when on the steps of this stay are counted. */
export const countedFrom = ({ since, agreedOn = since }: Stay): number => Math.max(since, agreedOn);

export const keyOf = ({ id }: Step, nth: number): string => `${id} ${nth}`;

/** How long a day of this policy is, in milliseconds of the time that it counts. */
export const dayOf = ({ calendar }: Policy): number => (calendar.kind === "working" ? workingDay(calendar) : DAY);

/** After how much time that counts this step is due that time, in milliseconds. */
export function afterOf(
  { policy, repeatsFrom }: Pick<MentorRequest, "policy" | "repeatsFrom">,
  row: Step,
  nth: number,
): number {
  const day = dayOf(policy);
  const first = milliseconds(row.after, day);
  const every = row.every ? milliseconds(row.every, day) : 0;
  const from = repeatsFrom?.[row.id];
  return from && nth > from.nth ? Math.max(first, from.after + (nth - from.nth) * every) : first + nth * every;
}

/** So many times of a repeating step are reckoned at once, so that those that fell due in an outage can be merged. */
const TIMES_AHEAD = 10;

/** A step whose time is still to be reckoned with the policy's calendar. */
export interface Unreckoned {
  readonly key: string;
  /** Working time after which it is due, in milliseconds. */
  readonly after: number;
}

/** The steps to come whose times have to be reckoned first; none while time is continuous. */
export function unreckonedSteps(request: MentorRequest): readonly Unreckoned[] {
  const { policy, stay } = request;
  const { calendar } = policy;
  if (calendar.kind === "continuous") return [];
  const isDated = stay.agreedOn !== undefined;
  if (isDated && !stay.reckonsDate) return [];
  return rows(request).flatMap((row) => {
    const nth = nextTime(request, row);
    const after = isDated ? row.afterSession : row.after;
    if (nth === undefined || after === undefined || !isReckoned(policy, after)) return [];
    if (stay.reckoned?.[keyOf(row, nth)] !== undefined) return [];
    if (isDated) return [{ key: keyOf(row, nth), after: milliseconds(after, dayOf(policy)) }];
    const times = row.every ? Array.from({ length: TIMES_AHEAD }, (_, i) => nth + i) : [nth];
    return times.map((time) => ({ key: keyOf(row, time), after: afterOf(request, row, time) }));
  });
}

/** Every wait that a policy may have to have reckoned with its calendar, in milliseconds of working time. */
export function waitsToReckon(policy: Policy): readonly number[] {
  if (policy.calendar.kind === "continuous") return [];
  return TABLES_OF_STEPS.flatMap((table) => policy[table]).flatMap((row) => [
    afterOf({ policy }, row, row.every ? TIMES_AHEAD - 1 : 0),
    ...(row.afterSession === undefined ? [] : [milliseconds(row.afterSession, dayOf(policy))]),
  ]);
}

/** The request, knowing when these steps are due. */
export function reckoned(request: MentorRequest, times: Readonly<Record<string, number>>): MentorRequest {
  return { ...request, stay: { ...request.stay, reckoned: { ...request.stay.reckoned, ...times } } };
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
