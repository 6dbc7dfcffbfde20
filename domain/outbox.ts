import type { ActionId, MemberId } from "./ids.ts";
import type { MentorRequest } from "./request.ts";
import { type Entry, written } from "./timeline.ts";

/** Who hears it. `claimer`: somebody whose press came to nothing. */
export type Audience = "mentors" | "mentee" | "mentor" | "claimer" | "coordinator" | "ceo";

export const AUDIENCES: readonly Audience[] = ["mentors", "mentee", "mentor", "claimer", "coordinator", "ceo"];

/** Why a press came to nothing. */
export type RefusalReason =
  | "already-claimed"
  | "already-yours"
  | "own-request"
  | "was-mentor-before"
  | "not-enrolled"
  | "paused"
  | "full"
  | "already-closed"
  | "not-yours"
  | "not-now"
  | "not-allowed"
  | "choose-others"
  | "choose-another-moment"
  | "no-more-fits"
  | "said-before";

type MentorsAbout = "post" | "mention" | "bump";

export type MenteeAbout =
  | "receipt"
  | "acknowledge"
  | "claimed"
  | "agreed"
  | "question"
  | "changed"
  | "open-again"
  | "did-you-meet"
  | "still-wanted"
  | "did-it-help"
  | "closed"
  | "closed-unanswered";

export type MentorAbout =
  | "invited"
  | "claimed"
  | "assigned"
  | "details-added"
  | "how-it-goes"
  | "did-you-meet"
  | "have-you-written"
  | "still-wanted"
  | "lapsed"
  | "taken-away"
  | "withdrawn"
  | "closed";

export type StaffAbout =
  | "nobody-matches"
  | "unclaimed"
  | "remind"
  | "solved"
  | "open-again"
  | "claim-in-doubt"
  | "unreachable"
  | "lapsed"
  | "contradiction"
  | "another-mentor"
  | "low-rating"
  | "closed-unanswered";

export type MessageTo =
  | { readonly audience: "mentors"; readonly about: MentorsAbout }
  | {
      readonly audience: "mentee";
      readonly about: MenteeAbout;
      /** Whom it speaks of: who asks the question, who gave it back. */
      readonly who?: MemberId;
      readonly words?: string;
    }
  | { readonly audience: "mentor"; readonly about: MentorAbout; readonly to: MemberId; readonly words?: string }
  | {
      readonly audience: "claimer";
      readonly about: RefusalReason;
      readonly to: MemberId;
      readonly actionId: ActionId;
      /** The real time of the press, in milliseconds: an ephemeral answer reaches only somebody who is still there. */
      readonly pressedAt: number;
      /** Not in the mentors' channel, where an answer would be looked for in vain. */
      readonly privately?: true;
    }
  | {
      readonly audience: "coordinator" | "ceo";
      readonly about: StaffAbout;
      readonly who?: MemberId;
      readonly words?: string;
    };

/** One thing to say to one audience. `key` is unique within the request, and stands in the message that Slack keeps. */
export type Message = MessageTo & {
  readonly key: string;
  readonly step: string;
  /** When it was decided. */
  readonly at: number;
};

/** So many of the things that were said are remembered: all that one stay can say twice. */
const KEYS_REMEMBERED = 200;
/** So many answers wait at most; whoever presses while that many do stands in the timeline only. */
const ANSWERS_AT_MOST = 500;

/** What later says all that this would have said: after an outage nobody gets five messages at once. */
const GIVES_WAY_TO: { readonly [about in Message["about"]]?: readonly Message["about"][] } = {
  receipt: ["acknowledge"],
  bump: ["bump", "post"],
  unclaimed: ["remind"],
  remind: ["remind"],
  "how-it-goes": ["did-you-meet"],
};

/** Each of these says something else, however many wait. */
const EACH_ITS_OWN: readonly Message["about"][] = ["question", "details-added", "unreachable"];

/**
 * The request with one more thing to say. The same thing of the same stay to the same person is said once; what still
 * waits and would be said anew by this is merged into it. A post that waits says all that a bump would say.
 */
export function say(request: MentorRequest, message: MessageTo, step: string, at: number): MentorRequest {
  const to = "to" in message ? `:${message.to}` : "";
  if (message.audience === "claimer") return answer(request, message, step, at);
  const key = `${inThisStay(request, message.audience, step)}${to}`;
  if (request.said.includes(key)) return request;
  const said = [...request.said, key].slice(-KEYS_REMEMBERED);
  const isPosted = message.audience === "mentors" && message.about !== "post";
  if (isPosted && request.outbox.some(({ about }) => about === "post")) return merged({ ...request, said }, step, at);
  const { outbox, ...rest } = request.outbox
    .filter((other) => isSaidBy(other, message))
    .reduce((state, other) => sent(merged(state, other.step, at), other.key), request);
  return { ...rest, said, outbox: [...outbox, { ...message, key, step, at }] };
}

const inThisStay = ({ stay }: MentorRequest, audience: Audience, step: string): string =>
  `${audience}:${step}:${stay.nth}`;

/** Whether this audience heard of that step in this stay, or is about to. */
export const wasSaid = (request: MentorRequest, audience: Audience, step: string): boolean =>
  request.said.includes(inThisStay(request, audience, step));

/** Whether it was decided in the stay that still goes on. */
export function isOfThisStay(request: MentorRequest, { audience, step, key }: Message): boolean {
  const ofThisStay = inThisStay(request, audience, step);
  return key === ofThisStay || key.startsWith(`${ofThisStay}:`);
}

function isSaidBy(other: Message, message: MessageTo): boolean {
  const [to, whom] = [other, message].map((one) => ("to" in one ? one.to : undefined));
  if (other.audience !== message.audience || to !== whom || EACH_ITS_OWN.includes(other.about)) return false;
  return other.about === message.about || Boolean(GIVES_WAY_TO[other.about]?.includes(message.about));
}

function merged(request: MentorRequest, step: string, at: number): MentorRequest {
  return { ...request, timeline: written(request.timeline, { at, by: "muster", what: "merged", note: step }) };
}

/** Whoever presses again before the answer went out gets one answer, to the latest press. */
function answer(
  request: MentorRequest,
  message: MessageTo & { readonly audience: "claimer" },
  ...[step, at]: [string, number]
): MentorRequest {
  const { to, about, actionId } = message;
  const isSame = (other: Message) =>
    other.audience === "claimer" && other.to === to && other.about === about && other.step === step;
  const others = request.outbox.filter((other) => !isSame(other));
  if (others.filter(({ audience }) => audience === "claimer").length >= ANSWERS_AT_MOST) return request;
  return { ...request, outbox: [...others, { ...message, key: `claimer:${step}:${actionId}`, step, at }] };
}

/** The same to whoever of these was told about this request before: what was said there is no longer so. */
export function sayInThreads(request: MentorRequest, about: StaffAbout, now: number): MentorRequest {
  return (["coordinator", "ceo"] as const)
    .filter((audience) => request.threads[audience])
    .reduce((state, audience) => say(state, { audience, about }, about, now), request);
}

/** The request without that message, and with what became of it where that is worth a line. */
export function sent(request: MentorRequest, key: string, entry?: Entry): MentorRequest {
  const outbox = request.outbox.filter((message) => message.key !== key);
  return { ...request, outbox, ...(entry && { timeline: written(request.timeline, entry) }) };
}
