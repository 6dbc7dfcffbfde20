/** What is done when a step falls due. */
export type Deed =
  | "post-to-mentors"
  | "send-receipt"
  | "acknowledge-mentee"
  | "bump"
  | "tell-coordinator"
  | "tell-ceo"
  | "remind";

/** One row of a table: what is done, and after how much time in that place. */
export interface Step {
  readonly id: string;
  /** Time spent in the place, over all stays in it: "2 days", "10 days 12 hours". */
  readonly after: string;
  /** The last row may go on repeating, this long after each time. */
  readonly every?: string;
  readonly do: Deed;
  /** Absent: once in the life of a request. `"each stay"`: again whenever the request comes back to this place. */
  readonly again?: "each stay";
}

/** The tables of steps, and what else an organisation decides for itself. It travels with each request. */
export interface Policy {
  readonly name: string;
  readonly waiting: readonly Step[];
  readonly claimed: readonly Step[];
  readonly held: readonly Step[];
  /** At most so many mentors are mentioned in one post or bump, so that nobody learns to mute the channel. */
  readonly mentionsAtMost: number;
  /** With fewer mentors than this who have every skill, those who have some of them are mentioned too. */
  readonly enoughWithAllSkills: number;
}

/** Time counts from the moment the request began to wait. Read top to bottom. */
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

/** What an organisation starts with: the waits of Operation Code's process document. */
export const DEFAULT_POLICY: Policy = {
  name: "default",
  waiting: WHILE_WAITING,
  claimed: [],
  held: [],
  mentionsAtMost: 10,
  enoughWithAllSkills: 5,
};
