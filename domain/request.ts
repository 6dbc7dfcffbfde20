import type { ActionId, ChannelId, MemberId, RecordId, RequestId } from "./ids.ts";
import type { Message } from "./outbox.ts";
import type { Policy } from "./policy.ts";
import { type Timeline, written } from "./timeline.ts";

/** Something chosen from the catalogue, kept by its record and by the name it had then. */
export interface Choice {
  readonly id: RecordId;
  readonly name: string;
}

/** What the form says. The details are the member's own words: never in a log, an id or a search attribute. */
export interface Asked {
  readonly service: Choice;
  readonly skills: readonly Choice[];
  readonly details: string;
  readonly affiliation?: Choice;
}

export type Outcome =
  | { readonly kind: "completed" }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "closed-by-coordinator"; readonly reason: string };

/** Where a request stands. `verified` is false while the mentor's record could not be looked up. */
export type Standing =
  | { readonly status: "waiting" }
  | { readonly status: "claimed"; readonly by: MemberId; readonly verified: boolean }
  | { readonly status: "held"; readonly by: MemberId }
  | { readonly status: "closed"; readonly outcome: Outcome };

export type Place = Standing["status"];

/** The time spent in a place: what earlier stays add up to, and when this one began. All in milliseconds. */
export interface Stay {
  readonly place: Place;
  readonly nth: number;
  readonly since: number;
  readonly before: number;
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
}

/** One mentor request: everything that is known of it. Plain data; only `domain/` makes the next one from it. */
export interface MentorRequest {
  readonly id: RequestId;
  readonly mentee: MemberId;
  readonly asked: Asked;
  readonly openedAt: number;
  readonly policy: Policy;
  readonly standing: Standing;
  readonly stay: Stay;
  /** Time waited in the stays before this one, while it stands somewhere else than in `waiting`. */
  readonly waitedBefore: number;
  readonly done: readonly DoneStep[];
  /** What is still to be said, in the order in which it was decided. */
  readonly outbox: readonly Message[];
  /** The cards in the mentors' channel, the current one last. */
  readonly posts: readonly PostedCard[];
  /** Where the coordinator and the CEO first read of this request: what follows goes into that thread. */
  readonly threads: { readonly coordinator?: Posted; readonly ceo?: Posted };
  /** Everybody who was mentioned, in that order. */
  readonly mentioned: readonly MemberId[];
  /** Mentors who may not hold this request (again). */
  readonly excluded: readonly MemberId[];
  readonly timeline: Timeline;
  /** The latest deeds that were decided, so that a second delivery of one changes nothing. */
  readonly heard: readonly ActionId[];
}

export interface NewRequest {
  readonly id: RequestId;
  readonly mentee: MemberId;
  readonly asked: Asked;
  readonly policy: Policy;
}

export function openRequest({ id, mentee, asked, policy }: NewRequest, now: number): MentorRequest {
  return {
    id,
    mentee,
    asked,
    policy,
    openedAt: now,
    standing: { status: "waiting" },
    stay: { place: "waiting", nth: 1, since: now, before: 0 },
    waitedBefore: 0,
    done: [],
    outbox: [],
    posts: [],
    threads: {},
    mentioned: [],
    excluded: [],
    timeline: written(undefined, { at: now, by: mentee, what: "asked" }),
    heard: [],
  };
}

/** How long it has been without a mentor, over all its stays in `waiting`, in milliseconds. */
export function waited(request: MentorRequest, now: number): number {
  return request.stay.place === "waiting" ? timeInPlace(request.stay, now) : request.waitedBefore;
}

/** A stay that begins in the future (a snoozed request) has not counted anything yet. */
export function timeInPlace(stay: Stay, now: number): number {
  return stay.before + Math.max(0, now - stay.since);
}

/** The request in another place, its clocks carried along. Staying in the same place does not restart the clock. */
export function moved(request: MentorRequest, standing: Standing, now: number): MentorRequest {
  if (standing.status === request.standing.status) return { ...request, standing };
  const waitedBefore = waited(request, now);
  const nth = request.stay.nth + 1;
  const before = standing.status === "waiting" ? waitedBefore : 0;
  return { ...request, standing, waitedBefore, stay: { place: standing.status, nth, since: now, before } };
}

/** Who holds it, if anybody does. */
export function holder({ standing }: MentorRequest): MemberId | undefined {
  return standing.status === "claimed" || standing.status === "held" ? standing.by : undefined;
}
