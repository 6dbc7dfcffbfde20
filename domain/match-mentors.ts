import type { MemberId, RecordId } from "./ids.ts";

/** A mentor as the records hold one. */
export interface Mentor {
  readonly id: MemberId;
  readonly name: string;
  readonly skills: readonly RecordId[];
  readonly services: readonly RecordId[];
  readonly active: boolean;
  /** Nothing is sent to them before this moment, in milliseconds. */
  readonly pausedUntil?: number;
  /** How many requests they hold at a time; absent means no limit. */
  readonly maxMentees?: number;
  /** Minutes east of UTC. */
  readonly utcOffset?: number;
}

/** What is known of a mentor from the requests that are running or recent. */
export interface MentorLoad {
  readonly open: number;
  /** When they were last mentioned, in milliseconds; absent means not lately. */
  readonly lastMentioned?: number;
}

export interface Wanted {
  readonly skills: readonly RecordId[];
  readonly service: RecordId;
  readonly mentee: MemberId;
  readonly menteeUtcOffset?: number;
  /** Excluded from this request, or mentioned in it already. */
  readonly not: readonly MemberId[];
  readonly now: number;
  readonly atMost: number;
  /** With fewer than this who have every skill, those with some of them follow. */
  readonly enough: number;
}

/**
 * Whom to mention, best first: those who have every skill, then (when these are few) those who have some, most overlap
 * first; within each, who offers the service, then the least loaded, the longest not mentioned, the nearer time zone.
 */
export function matchMentors(
  mentors: readonly Mentor[],
  loads: ReadonlyMap<MemberId, MentorLoad>,
  wanted: Wanted,
): readonly Mentor[] {
  const candidates = mentors
    .filter((mentor) => mayBeAsked(mentor, loads.get(mentor.id), wanted))
    .map((mentor) => ({ mentor, rank: rank(mentor, loads.get(mentor.id), wanted) }))
    .sort((a, b) => compare(a.rank, b.rank) || (a.mentor.id < b.mentor.id ? -1 : 1));
  const withAll = candidates.filter(({ rank: [missing] }) => missing === 0);
  const enough = withAll.length >= wanted.enough ? withAll : candidates;
  return enough.slice(0, wanted.atMost).map(({ mentor }) => mentor);
}

export function isPaused({ active, pausedUntil }: Mentor, now: number): boolean {
  return !active || (pausedUntil !== undefined && pausedUntil > now);
}

export function isFull({ maxMentees }: Mentor, load: MentorLoad | undefined): boolean {
  return maxMentees !== undefined && (load?.open ?? 0) >= maxMentees;
}

function mayBeAsked(mentor: Mentor, load: MentorLoad | undefined, wanted: Wanted): boolean {
  if (mentor.id === wanted.mentee || wanted.not.includes(mentor.id)) return false;
  if (isPaused(mentor, wanted.now) || isFull(mentor, load)) return false;
  return wanted.skills.some((skill) => mentor.skills.includes(skill));
}

function rank(mentor: Mentor, load: MentorLoad | undefined, wanted: Wanted): readonly number[] {
  const missing = wanted.skills.filter((skill) => !mentor.skills.includes(skill)).length;
  const offersService = mentor.services.length === 0 || mentor.services.includes(wanted.service);
  return [
    missing,
    offersService ? 0 : 1,
    load?.open ?? 0,
    load?.lastMentioned ?? 0,
    hoursApart(mentor.utcOffset, wanted.menteeUtcOffset),
  ];
}

/** Around the clock: +12 and -11 hours are one hour apart. Unknown counts as the farthest. */
function hoursApart(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return 12;
  const apart = Math.abs(a - b) % 1440;
  return Math.min(apart, 1440 - apart) / 60;
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.reduce((order, value, i) => order || value - (b[i] ?? 0), 0);
}
