import type { Allowance } from "../request-limit.ts";
import { moment } from "./slack-text.ts";

/** The form in which a member asks for a mentor. */
export const FORM = {
  title: "Ask for a mentor",
  about: "One conversation of 30 minutes with a mentor: by chat, voice or video.",
  /** How many requests are left to the member, or when the next is allowed. */
  left: ({ left, nextAt }: Allowance): string => {
    if (left > 1) return `One conversation of 30 minutes with a mentor. You can ask ${left} more times within 31 days.`;
    if (left === 1) return "One conversation of 30 minutes with a mentor. You can ask once more within 31 days.";
    return `You have asked as often as is possible within 31 days. You can ask again ${nextAt ? moment(nextAt) : "later"}.`;
  },
  submit: "Send",
  close: "Cancel",
  done: "Close",
  choose: "Choose one",
  chooseSome: "Choose one or more",
  service: "What would you like help with?",
  skills: "Which skills should your mentor have?",
  skillsHint: "Mentors who have these are told of your request.",
  details: "Tell mentors what they should know",
  detailsHint:
    "What are you working on, where are you stuck, and when do you usually have time? The more they know, the sooner one of them can help.",
  affiliation: "Your affiliation",
  filed: "It is filed, and on its way to our mentors. Whoever it is for gets a receipt in a direct message.",
  gotThroughBefore:
    "Thank you! Your request had got through already, as you sent it first, and is on its way to our mentors. If you have changed something since, please add it: the message that we sent you has a button for that.",
  thanks:
    "Thank you! Your request is on its way to our mentors. We will write to you in a direct message in a moment, and again as soon as one of them takes it.",
} as const;
