import type { Calendar } from "./calendar.ts";

/** What is done when a step falls due. */
export const DEEDS = [
  "post-to-mentors",
  "send-receipt",
  "acknowledge-mentee",
  "bump",
  "tell-coordinator",
  "tell-ceo",
  "remind",
  "ask-mentor-how-it-goes",
  "ask-both-whether-they-met",
  "lapse",
  "close-unanswered",
  "ask-whether-it-helped",
  "complete",
] as const;

export type Deed = (typeof DEEDS)[number];

/**
 * The tables of a policy. A claimed request walks one of three: usually `claimed`, but `missed` while the mentee is
 * asked whether they still want the session that they did not come to, and `silent` while the mentor is asked whether
 * they have written.
 */
export const TABLES_OF_STEPS = ["waiting", "claimed", "missed", "silent", "held"] as const;

export type Table = (typeof TABLES_OF_STEPS)[number];

/** One row of a table: what is done, and after how much time. */
export interface Step {
  readonly id: string;
  /** In `waiting`, time waited over all stays; elsewhere, time since the last answer. "2 days", "10 days 12 hours". */
  readonly after: string;
  /** Instead, once a date is agreed: time after that date. Without it the row waits until there is no date any more. */
  readonly afterSession?: string;
  /** The last row may go on repeating, this long after each time. */
  readonly every?: string;
  readonly do: Deed;
  /** Absent: once in the life of a request. `"each stay"`: again whenever the table is begun anew. */
  readonly again?: "each stay";
}

/** The tables of steps, and what else an organisation decides for itself. It travels with each request. */
export interface Policy extends Readonly<Record<Table, readonly Step[]>> {
  readonly name: string;
  /** Which time counts. */
  readonly calendar: Calendar;
  /** At most so many mentors are mentioned in one post or bump, so that nobody learns to mute the channel. */
  readonly mentionsAtMost: number;
  /** Whether a coordinator looks at each new mentor first: the channel shows what members write. */
  readonly mentorsNeedApproval: boolean;
  /** So many requests may a member make in 31 days. */
  readonly requestsAtMost: number;
  /** With fewer mentors than this who have every skill, those who have some of them are mentioned too. */
  readonly enoughWithAllSkills: number;
}

/** Time counts from the moment the request began to wait, over all its stays. Read top to bottom. */
const WHILE_WAITING: readonly Step[] = [
  { id: "post", after: "0 minutes", do: "post-to-mentors", again: "each stay" },
  { id: "receipt", after: "0 minutes", do: "send-receipt" },
  { id: "acknowledge", after: "2 days", do: "acknowledge-mentee" },
  { id: "bump-1", after: "3 days", do: "bump" },
  { id: "bump-2", after: "5 days", do: "bump" },
  { id: "coordinator", after: "7 days", do: "tell-coordinator" },
  { id: "ceo", after: "10 days 12 hours", do: "tell-ceo" },
  { id: "remind", after: "17 days 12 hours", every: "7 days", do: "remind" },
];

/** Time counts from the last answer of either of the two. */
const WHILE_CLAIMED: readonly Step[] = [
  { id: "how-it-goes", after: "3 days", do: "ask-mentor-how-it-goes", again: "each stay" },
  { id: "met", after: "7 days", afterSession: "1 day", do: "ask-both-whether-they-met", again: "each stay" },
  { id: "lapse", after: "14 days", afterSession: "14 days", do: "lapse", again: "each stay" },
];

/** The mentee did not come, and is asked whether they still want it. */
const WHILE_MISSED: readonly Step[] = [
  { id: "unanswered", after: "7 days", do: "close-unanswered", again: "each stay" },
];

/** The mentee says that the mentor never wrote, and the mentor is asked. */
const WHILE_SILENT: readonly Step[] = [{ id: "never-wrote", after: "2 days", do: "lapse", again: "each stay" }];

const WHILE_HELD: readonly Step[] = [
  { id: "helped", after: "0 minutes", do: "ask-whether-it-helped", again: "each stay" },
  { id: "helped-again", after: "3 days", do: "ask-whether-it-helped", again: "each stay" },
  { id: "complete", after: "7 days", do: "complete", again: "each stay" },
];

/** What an organisation starts with: the waits of Operation Code's process document. */
export const DEFAULT_POLICY: Policy = {
  name: "default",
  calendar: { kind: "continuous" },
  waiting: WHILE_WAITING,
  claimed: WHILE_CLAIMED,
  missed: WHILE_MISSED,
  silent: WHILE_SILENT,
  held: WHILE_HELD,
  mentorsNeedApproval: true,
  mentionsAtMost: 10,
  requestsAtMost: 3,
  enoughWithAllSkills: 5,
};

/**
 * A policy as this version wants it: what an earlier version did not know of is as an organisation starts with. For
 * every place in which a policy arrives that was written down before.
 */
export function upToDate(policy: Partial<Policy>): Policy {
  return { ...DEFAULT_POLICY, ...policy };
}
