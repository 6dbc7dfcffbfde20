import type { Interval } from "./calendar.ts";
import type { ActionId, ChannelId, MemberId, RecordId, RequestId } from "./ids.ts";
import type { Message } from "./outbox.ts";
import { type Pairing, paired } from "./pairing.ts";
import { type Policy, type Table, upToDate } from "./policy.ts";
import { type Entry, said, type Timeline, written } from "./timeline.ts";

/** Something chosen from the catalogue, kept by its record and by the name it had then. */
export interface Choice {
  readonly id: RecordId;
  readonly name: string;
}

/** What the form says, and what was added to it. The words are the member's own: never in a log, an id or a search attribute. */
export interface Asked {
  readonly service: Choice;
  readonly skills: readonly Choice[];
  readonly details: string;
  readonly affiliation?: Choice;
  readonly additions?: readonly string[];
}

export type Outcome =
  | { readonly kind: "completed" }
  | { readonly kind: "withdrawn" }
  /** The mentee did not come, and did not answer whether they still want it. */
  | { readonly kind: "unanswered" }
  | { readonly kind: "closed-by-coordinator"; readonly reason: string };

/** Where a request stands. `verified` is false while the mentor's record could not be looked up. */
export type Standing =
  | { readonly status: "waiting" }
  | {
      readonly status: "claimed";
      readonly by: MemberId;
      readonly verified: boolean;
      /** Staff have chosen them, whatever else their record says; only a bad rating is worth a word. */
      readonly assigned?: true;
    }
  | { readonly status: "held"; readonly by: MemberId }
  | { readonly status: "closed"; readonly outcome: Outcome };

export type Place = Standing["status"];

/** The time spent in a table of steps, in milliseconds. */
export interface Stay {
  readonly table: Table;
  readonly nth: number;
  readonly since: number;
  /** Earlier stays that count as well. */
  readonly earlier: readonly Interval[];
  /** When the steps of this stay are due, by their keys, where the policy counts only working time. */
  readonly reckoned?: Readonly<Record<string, number>>;
  /** The date on which mentor and mentee agreed. */
  readonly agreedOn?: number;
  /** What follows that date is reckoned with the calendar as well; an earlier version did not. */
  readonly reckonsDate?: true;
  /** The date on which they had agreed before the mentee said that the mentor never wrote. */
  readonly dateSetAside?: number;
}

/** A message that stands in Slack. */
export interface Posted {
  readonly channel: ChannelId;
  readonly ts: string;
}

/** A card in the mentors' channel. */
export interface PostedCard extends Posted {
  readonly mentioned: readonly MemberId[];
}

/** A step that was dealt with. A repeating one has an entry for each time. */
export interface DoneStep {
  readonly step: string;
  readonly nth: number;
  /** When, in milliseconds; an earlier version did not keep it. */
  readonly doneAt?: number;
}

/** One mentor request: everything that is known of it. Plain data; only `domain/` makes the next one from it. */
export interface MentorRequest {
  readonly id: RequestId;
  readonly mentee: MemberId;
  readonly asked: Asked;
  readonly openedAt: number;
  /** The request that this one follows up. */
  readonly followUpOf?: RequestId;
  /** The coordinator who filed it for the mentee. */
  readonly filedBy?: MemberId;
  readonly policy: Policy;
  readonly standing: Standing;
  readonly stay: Stay;
  /** The stays in `waiting` before this one, while it stands somewhere else. */
  readonly waitedBefore: readonly Interval[];
  /** Every mentor who has held it, oldest first. */
  readonly pairings?: readonly Pairing[];
  /** When it was last claimed. */
  readonly claimedAt?: number;
  readonly done: readonly DoneStep[];
  /** Of a step that repeats otherwise since another policy was applied: its last time before that, and after how much time that was. */
  readonly repeatsFrom?: DoneStep & { readonly after: number };
  /** What is still to be said, in the order in which it was decided. */
  readonly outbox: readonly Message[];
  /** The keys of what was said lately, or is to be: nothing is said twice. */
  readonly said: readonly string[];
  /** The cards in the mentors' channel, the current one last. */
  readonly posts: readonly PostedCard[];
  /** Where the coordinator and the CEO first read of this request: what follows goes into that thread. */
  readonly threads: { readonly coordinator?: Posted; readonly ceo?: Posted };
  /** Everybody who was mentioned, in that order. */
  readonly mentioned: readonly MemberId[];
  /** Who was mentioned since it was last posted: a bump mentions the next ones. */
  readonly mentionedThisTime: readonly MemberId[];
  /** Mentors who passed or gave it back: they are not mentioned again. */
  readonly passed: readonly MemberId[];
  /** Mentors who may not hold this request (again). */
  readonly excluded: readonly MemberId[];
  /** How the session was, 1 to 5, and what the mentee says of it: for coordinators only. */
  readonly feedback?: { readonly mentor: MemberId; readonly rating: number; readonly comment: string };
  readonly timeline: Timeline;
  /** The latest deeds that were decided, so that a second delivery of one changes nothing. */
  readonly heard: readonly ActionId[];
}

export interface NewRequest {
  readonly id: RequestId;
  readonly mentee: MemberId;
  readonly asked: Asked;
  readonly policy: Policy;
  readonly filedBy?: MemberId;
  /** Why they filed it, or opened it again. */
  readonly why?: string;
  readonly followUpOf?: RequestId;
  /** Former mentors, when it follows up another request. */
  readonly excluded?: readonly MemberId[];
}

export function openRequest({ why, ...opened }: NewRequest, now: number): MentorRequest {
  const { mentee, filedBy, excluded = [] } = opened;
  const entry = {
    at: now,
    by: filedBy ?? mentee,
    what: "asked",
    ...(filedBy && { to: mentee }),
    ...said(why),
  } as const;
  return {
    ...opened,
    policy: upToDate(opened.policy),
    excluded,
    openedAt: now,
    standing: { status: "waiting" },
    stay: { table: "waiting", nth: 1, since: now, earlier: [] },
    waitedBefore: [],
    done: [],
    outbox: [],
    said: [],
    posts: [],
    threads: {},
    mentioned: [],
    mentionedThisTime: [],
    passed: [],
    timeline: written(undefined, entry),
    heard: [],
  };
}

/** How long it has been without a mentor, over all its stays in `waiting`, in milliseconds. */
export function waited(request: MentorRequest, now: number): number {
  return whileWaiting(request, now).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** So many stays are kept one by one; of more, the oldest are put together. */
const STAYS_KEPT = 100;

/** A stay, with the time until now as one of the earlier ones. A stay that begins in the future has not counted yet. */
export function ended({ earlier, since }: Stay, now: number): readonly Interval[] {
  if (now <= since) return earlier;
  const all = [...earlier, { from: since, to: now }];
  const [first, second, ...rest] = all;
  if (all.length <= STAYS_KEPT || !first || !second) return all;
  return [{ from: first.from - (second.to - second.from), to: first.to }, ...rest];
}

function whileWaiting({ stay, waitedBefore, standing }: MentorRequest, now: number): readonly Interval[] {
  return standing.status === "waiting" ? ended(stay, now) : waitedBefore;
}

const TABLE_OF: { readonly [status in Exclude<Place, "closed">]: Table } = {
  waiting: "waiting",
  claimed: "claimed",
  held: "held",
};

/** The request in another place, its table begun anew; time waited is carried along. */
export function moved(request: MentorRequest, standing: Standing, now: number): MentorRequest {
  const waitedBefore = whileWaiting(request, now);
  const earlier = standing.status === "waiting" ? waitedBefore : [];
  const table = standing.status === "closed" ? request.stay.table : TABLE_OF[standing.status];
  const claimedAt = standing.status === "claimed" ? { claimedAt: now } : {};
  const stay = { table, nth: request.stay.nth + 1, since: now, earlier };
  const pairings = paired(request.pairings ?? [], standing, now);
  return { ...request, ...claimedAt, standing, waitedBefore, stay, pairings, mentionedThisTime: [] };
}

/** The request in the same place, a table of it begun anew: somebody has answered, or has been asked something. */
export function begunAnew(request: MentorRequest, table: Table, now: number): MentorRequest {
  return { ...request, stay: { table, nth: request.stay.nth + 1, since: now, earlier: [] } };
}

/** Who holds it, if anybody does. */
export function holder({ standing }: MentorRequest): MemberId | undefined {
  return standing.status === "claimed" || standing.status === "held" ? standing.by : undefined;
}

/** The request with one more line in its timeline. */
export function noted(request: MentorRequest, entry: Entry): MentorRequest {
  return { ...request, timeline: written(request.timeline, entry) };
}
