import type { ActionId, MemberId } from "./ids.ts";
import { holder, type MentorRequest } from "./request.ts";
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
  | "not-allowed";

export type MentorsAbout = "post" | "mention" | "bump";

export type MenteeAbout =
  | "receipt"
  | "acknowledge"
  | "claimed"
  | "agreed"
  | "question"
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

/** The request with one more thing to say. The same thing of the same stay to the same person is said once. */
export function say(request: MentorRequest, message: MessageTo, step: string, at: number): MentorRequest {
  const to = "to" in message ? `:${message.to}` : "";
  const which = message.audience === "claimer" ? message.actionId : `${request.stay.nth}${to}`;
  const key = `${message.audience}:${step}:${which}`;
  if (request.outbox.some((other) => other.key === key)) return request;
  return { ...request, outbox: [...request.outbox, { ...message, key, step, at }] };
}

/** The same to whoever of these was told about this request before: what was said there is no longer so. */
export function sayInThreads(request: MentorRequest, about: StaffAbout, now: number): MentorRequest {
  return (["coordinator", "ceo"] as const)
    .filter((audience) => request.threads[audience])
    .reduce((state, audience) => say(state, { audience, about }, about, now), request);
}

/** What later says all that this would have said: while both wait to be sent, only the later one is. */
const GIVES_WAY_TO: { readonly [about in Message["about"]]?: readonly Message["about"][] } = {
  receipt: ["acknowledge"],
  bump: ["bump", "post"],
  unclaimed: ["remind"],
  remind: ["remind"],
  "how-it-goes": ["did-you-meet"],
};

/** Whether something that waits behind it says the same to the same audience: after an outage nobody gets five messages. */
export function isMerged(request: MentorRequest, message: Message): boolean {
  const from = request.outbox.findIndex(({ key }) => key === message.key);
  return request.outbox
    .slice(from + 1)
    .some(({ audience, about }) => audience === message.audience && GIVES_WAY_TO[message.about]?.includes(about));
}

/** Whether a message should still go out when its turn comes. A bump of a request that has been claimed should not. */
export function stillTrue(request: MentorRequest, message: Message): boolean {
  if (isMerged(request, message)) return false;
  const { status } = request.standing;
  switch (message.audience) {
    case "mentors":
      return status === "waiting";
    case "mentee":
      return isTrueForMentee(request, message.about);
    case "mentor":
      return isTrueForMentor(request, message.about, message.to);
    case "claimer":
      return true;
    case "coordinator":
    case "ceo":
      return isTrueForStaff(request, message.about);
  }
}

function isTrueForMentee({ standing: { status }, stay: { table } }: MentorRequest, about: MenteeAbout): boolean {
  switch (about) {
    case "acknowledge":
    case "open-again":
      return status === "waiting";
    case "claimed":
    case "agreed":
      return status === "claimed" || status === "held";
    case "did-you-meet":
      return status === "claimed";
    case "still-wanted":
      return table === "missed" && status === "claimed";
    case "did-it-help":
      return status === "held";
    case "question":
      return status !== "closed";
    case "receipt":
    case "closed":
    case "closed-unanswered":
      return true;
  }
}

function isTrueForMentor(request: MentorRequest, about: MentorAbout, to: MemberId): boolean {
  const { standing, stay } = request;
  switch (about) {
    case "invited":
      return standing.status === "waiting";
    case "claimed":
    case "assigned":
    case "details-added":
      return holder(request) === to;
    case "how-it-goes":
    case "did-you-meet":
    case "still-wanted":
      return standing.status === "claimed" && holder(request) === to;
    case "have-you-written":
      return stay.table === "silent" && holder(request) === to;
    case "lapsed":
    case "taken-away":
    case "withdrawn":
    case "closed":
      return holder(request) !== to;
  }
}

function isTrueForStaff({ standing: { status } }: MentorRequest, about: StaffAbout): boolean {
  switch (about) {
    case "nobody-matches":
    case "unclaimed":
    case "remind":
    case "open-again":
    case "lapsed":
    case "another-mentor":
      return status === "waiting";
    case "solved":
      return status !== "waiting";
    case "claim-in-doubt":
    case "contradiction":
      return status !== "closed";
    case "unreachable":
    case "low-rating":
    case "closed-unanswered":
      return true;
  }
}

/** The request without that message, and with what became of it where that is worth a line. */
export function sent(request: MentorRequest, key: string, entry?: Entry): MentorRequest {
  const outbox = request.outbox.filter((message) => message.key !== key);
  return { ...request, outbox, ...(entry && { timeline: written(request.timeline, entry) }) };
}
