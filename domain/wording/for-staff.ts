import { inWords } from "../duration.ts";
import type { ChannelId, MemberId } from "../ids.ts";
import { holder, type MentorRequest, type Place, waited } from "../request.ts";
import { stepsToCome } from "../steps.ts";
import type { Entry } from "../timeline.ts";
import { escaped, list, listInShort, mention, mentions, moment } from "./slack-text.ts";
import { detailsOf } from "./to-mentors.ts";

export const FOR_STAFF = {
  title: "Mentor requests",
  queue: "*Open requests*, those first that nobody has, the one that has waited longest before all:",
  unseen: "It cannot be seen just now how long some of them have waited: those stand by when they were asked.",
  /** After the first window of them. */
  part: (first: number, last: number, of: number): string => `*Open requests*, ${first} to ${last} of ${of}:`,
  more: (count: number): string => `… and ${count} more.`,
  next: "Next",
  closed: "*Closed lately*; one that was closed can be opened again:",
  empty: "No request is open.",
  unknown: "The list cannot be looked up just now. Nothing is lost. Please try again in a minute.",
  unknownRequest: "The request cannot be looked up just now. Nothing is lost. Please try again in a minute.",
  gone: "There is no such request any more; what became of it stands in the records.",
  /** `channel`: where those who are in it act as coordinators. */
  notForYou: (channel: ChannelId | undefined): string =>
    `This is for coordinators. ${channel ? `If you are one, please type it in <#${channel}>. ` : ""}If you would like to know where your own request stands, type \`/mentor status\`.`,
  open: "Open",
  file: "File one for somebody",
  reopen: "Open it again",
  forWhom: "For whom?",
  loading: "Looking it up…",
} as const;

/** What a workflow is about, as Temporal's own pages show it. */
export const SUMMARIES = {
  onRecord: "What the records say of a mentor",
  enrolment: "Enrolment as a mentor",
} as const;

/** One open request, as a list of them shows it. */
export interface Queued {
  readonly service: string;
  readonly skills: readonly string[];
  readonly status: Place;
  readonly mentee?: MemberId;
  readonly mentor?: MemberId;
  readonly openedAt: number;
  readonly waited?: number;
  readonly snoozedUntil?: number;
  readonly nextStepAt?: number;
  readonly trouble?: string;
}

export function queued(
  { service, skills, status, mentee, mentor, openedAt, waited, snoozedUntil, nextStepAt, trouble }: Queued,
  now: number,
): string {
  const soFar = waited === undefined ? "" : ` for ${inWords(waited)}`;
  const waiting = snoozedUntil === undefined ? soFar : `, snoozed until ${moment(snoozedUntil)}`;
  const lines = [
    `*${escaped(service)}* (${listInShort(skills.map(escaped))}) for ${mentee ? mention(mentee) : "somebody"}`,
    `${status}${status === "waiting" ? waiting : ""}${mentor ? `, ${mention(mentor)} has it` : ""}; asked ${inWords(now - openedAt)} ago${nextStepAt ? `; next step ${moment(nextStepAt)}` : ""}`,
    ...(trouble ? [`*In trouble:* ${escaped(trouble)}`] : []),
  ];
  return lines.join("\n");
}

const LATEST = 15;

/** Everything about one request, for coordinators: in parts, each of which fits into a message. */
export function inFull(request: MentorRequest, now: number): readonly string[] {
  const { asked, mentee, standing, openedAt, mentioned, passed, excluded, feedback, timeline, filedBy } = request;
  const mentor = holder(request);
  const facts = [
    `*${escaped(asked.service.name)}* (${list(asked.skills.map(({ name }) => escaped(name)))}) for ${mention(mentee)}`,
    `*Stands:* ${standing.status}${mentor ? `, ${mention(mentor)} has it` : ""}; ${inWords(waited(request, now))} without a mentor so far`,
    `*Asked:* ${moment(openedAt)}${filedBy ? `, filed by ${mention(filedBy)}` : ""}`,
    ...(asked.affiliation ? [`*Affiliation:* ${escaped(asked.affiliation.name)}`] : []),
    ...(mentioned.length > 0 ? [`*Mentioned:* ${mentions(mentioned)}`] : []),
    ...(passed.length > 0 ? [`*Passed or gave it back:* ${mentions(passed)}`] : []),
    ...(excluded.length > 0 ? [`*Excluded:* ${mentions(excluded)}`] : []),
    ...(feedback
      ? [`*Rating:* ${feedback.rating} of 5 ${feedback.comment ? `(${escaped(feedback.comment)})` : ""}`]
      : []),
  ];
  const next = stepsToCome(request).slice(0, 5);
  return [
    facts.join("\n"),
    detailsOf(asked),
    ["*What happened*", ...timeline.entries.slice(-LATEST).map(line)].join("\n"),
    ...(next.length > 0 ? [["*What comes next*", ...next.map(({ id, at }) => `${moment(at)}: ${id}`)].join("\n")] : []),
  ];
}

function line({ at, by, what, to, note, words }: Entry): string {
  const who = by === "muster" || by === "temporal" ? by : mention(by);
  const whom = to ? ` → ${/^[UW][A-Z0-9]+$/.test(to) ? `<@${to}>` : to}` : "";
  return `${moment(at)} ${who} ${what}${whom}${note ? ` (${escaped(note)})` : ""}${words ? `: ${escaped(words)}` : ""}`;
}
