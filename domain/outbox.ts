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
  | "not-allowed";

export type MessageTo =
  | { readonly audience: "mentors"; readonly about: "post" | "mention" | "bump" }
  | { readonly audience: "mentee"; readonly about: "receipt" | "acknowledge" | "claimed" | "closed" }
  | { readonly audience: "mentor"; readonly about: "claimed" | "closed"; readonly to: MemberId }
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
      readonly about: "nobody-matches" | "unclaimed" | "remind" | "solved" | "claim-in-doubt";
    }
  | { readonly audience: "coordinator"; readonly about: "unreachable"; readonly who: MemberId };

/** One thing to say to one audience. `key` is unique within the request, and stands in the message that Slack keeps. */
export type Message = MessageTo & {
  readonly key: string;
  readonly step: string;
  /** When it was decided. */
  readonly at: number;
};

/** The request with one more thing to say. The same thing of the same stay is said once. */
export function say(request: MentorRequest, message: MessageTo, step: string, at: number): MentorRequest {
  const suffix = message.audience === "claimer" ? message.actionId : String(request.stay.nth);
  const key = `${message.audience}:${step}:${suffix}`;
  if (request.outbox.some((other) => other.key === key)) return request;
  return { ...request, outbox: [...request.outbox, { ...message, key, step, at }] };
}

/** Whether a message should still go out when its turn comes. A bump of a request that has been claimed should not. */
export function stillTrue(request: MentorRequest, message: Message): boolean {
  const { status } = request.standing;
  switch (message.audience) {
    case "mentors":
      return status === "waiting";
    case "mentee":
      if (message.about === "acknowledge") return status === "waiting";
      return message.about !== "claimed" || holder(request) !== undefined;
    case "mentor":
      return message.about !== "claimed" || holder(request) === message.to;
    case "claimer":
      return true;
    case "coordinator":
    case "ceo":
      switch (message.about) {
        case "nobody-matches":
        case "unclaimed":
        case "remind":
          return status === "waiting";
        case "solved":
        case "claim-in-doubt":
        case "unreachable":
          return true;
      }
  }
}

/** The request without that message, and with what became of it where that is worth a line. */
export function sent(request: MentorRequest, key: string, entry?: Entry): MentorRequest {
  const outbox = request.outbox.filter((message) => message.key !== key);
  return { ...request, outbox, ...(entry && { timeline: written(request.timeline, entry) }) };
}
