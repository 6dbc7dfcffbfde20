import type { MemberId } from "../ids.ts";
import type { Outlook } from "../outlook.ts";
import { escaped, listInShort, mention, moment } from "./slack-text.ts";

/** One of the member's own requests, as a list shows it; of some nobody can say more than Temporal's lists do. */
export interface MyRequest extends Outlook {
  readonly service: string;
  readonly skills: readonly string[];
  readonly openedAt: number;
  readonly nextStepAt?: number;
}

/** Where a request of one's own stands, what happens next, and when; or how it ended. */
export function myRequest(request: MyRequest): string {
  const { service, skills, status, mentor, openedAt, nextStepAt } = request;
  const what = `*${escaped(service)}* (${listInShort(skills.map(escaped))}), asked ${moment(openedAt)}`;
  const next = nextStepAt ? moment(nextStepAt) : undefined;
  switch (status) {
    case "waiting":
      return `${what}\n*Waiting for a mentor.* ${next ? `If nobody has taken it by ${next}, we take the next step to find somebody.` : ""}`.trim();
    case "claimed":
      return `${what}\n*${mentor ? mention(mentor) : "A mentor"} is your mentor.* ${agreed(request)}${comesNext(request) ?? (next ? `Our next look at how it goes: ${next}.` : "")}`.trim();
    case "held":
      return `${what}\n*You have met ${mentor ? mention(mentor) : "your mentor"}.* Please say whether it helped, in the message that we sent you. ${comesNext(request) ?? ""}`.trim();
    case "closed":
      return `${what}\n*${howItEnded(request.ended, mentor)}*`;
  }
}

const agreed = ({ agreedOn }: Outlook): string => (agreedOn ? `You agreed on ${moment(agreedOn)}. ` : "");

function comesNext({ next }: Outlook): string | undefined {
  if (!next) return undefined;
  const at = moment(next.at);
  switch (next.deed) {
    case "ask-both-whether-they-met":
      return `We will ask you both ${at} whether you have met.`;
    case "lapse":
      return `If we hear nothing by ${at}, we ask other mentors.`;
    case "close-unanswered":
      return `You were asked whether you still want the session: without an answer by ${at}, your request is closed.`;
    case "ask-whether-it-helped":
      return `Without an answer by ${at}, we ask once more.`;
    case "complete":
      return `Without an answer by ${at}, your request is completed.`;
    default:
      return undefined;
  }
}

function howItEnded(ended: Outlook["ended"], mentor: MemberId | undefined): string {
  if (!ended) return "Closed.";
  const at = moment(ended.at);
  switch (ended.outcome.kind) {
    case "completed":
      return `Completed ${at}: you have met ${mentor ? mention(mentor) : "your mentor"}.`;
    case "withdrawn":
      return `You have withdrawn it ${at}.`;
    case "unanswered":
      return `Closed ${at}: you could not meet, and we have not heard from you whether you still want the session.`;
    case "closed-by-coordinator":
      return `The coordinator has closed it ${at}.`;
  }
}

export const MY_REQUESTS = {
  title: "Your requests of the last 90 days, the latest first:",
  none: "You have asked for nothing in the last 90 days. `/mentor` opens the form.",
  unknown: "Your requests cannot be looked up just now. They are safe. Please try again in a minute.",
  withdraw: "Which of your requests do you no longer need?",
  nothingToWithdraw: "You have no open request that could be withdrawn.",
} as const;
