import type { MemberId } from "../ids.ts";
import type { Place } from "../request.ts";
import { escaped, list, mention, moment } from "./slack-text.ts";

/** One of the member's own requests, as a list shows it. */
export interface MyRequest {
  readonly service: string;
  readonly skills: readonly string[];
  readonly status: Place;
  readonly mentor?: MemberId;
  readonly openedAt: number;
  readonly nextStepAt?: number;
}

/** Where a request of one's own stands, what happens next, and when. */
export function myRequest({ service, skills, status, mentor, openedAt, nextStepAt }: MyRequest): string {
  const what = `*${escaped(service)}* (${list(skills.map(escaped))}), asked ${moment(openedAt)}`;
  const who = mentor ? mention(mentor) : "A mentor";
  const next = nextStepAt ? moment(nextStepAt) : undefined;
  switch (status) {
    case "waiting":
      return `${what}\n*Waiting for a mentor.* ${next ? `If nobody has taken it by ${next}, we take the next step to find somebody.` : ""}`.trim();
    case "claimed":
      return `${what}\n*${who} is your mentor.* ${next ? `Our next look at how it goes: ${next}.` : ""}`.trim();
    case "held":
      return `${what}\n*You have met ${mentor ? mention(mentor) : "your mentor"}.* Please say whether it helped, in the message that we sent you.`;
    case "closed":
      return `${what}\n*Closed.*`;
  }
}

export const MY_REQUESTS = {
  title: "Your requests of the last 90 days, the latest first:",
  none: "You have asked for nothing in the last 90 days. `/mentor` opens the form.",
  unknown: "Your requests cannot be looked up just now. They are safe. Please try again in a minute.",
  withdraw: "Which of your requests do you no longer need?",
  nothingToWithdraw: "You have no open request that could be withdrawn.",
} as const;
