import type { ActName } from "../act.ts";
import type { Briefing } from "../briefing.ts";
import { inWords } from "../duration.ts";
import type { MemberId } from "../ids.ts";
import type { StaffAbout } from "../outbox.ts";
import { buttons } from "./buttons.ts";
import { escaped, mention, mentions, moment, quoted } from "./slack-text.ts";
import { detailsOf, skillsOf } from "./to-mentors.ts";
import type { Words } from "./words.ts";

/** The lists of requests in Temporal's own pages, as a link behind "All" names them. */
export const LISTS = {
  unclaimed: "unclaimed for a week",
  escalated: "escalated",
  silent: "claimed and silent",
  inTrouble: "in trouble",
} as const;

/** Where to look further: the card in Slack, the request and lists of requests in Temporal's own pages. */
export interface Links {
  readonly card?: string;
  readonly timeline?: string;
  /** By what they list. */
  readonly lists?: Readonly<Record<string, string>>;
}

/** `who` is the person it is about; `words` are a member's own. */
export interface StaffMatter {
  readonly about: StaffAbout;
  readonly who?: MemberId | undefined;
  readonly words?: string | undefined;
}

const WHILE_WAITING: readonly ActName[] = [
  "assign",
  "write-to-mentors",
  "ask-mentee",
  "bump",
  "change",
  "snooze",
  "escalate",
  "close",
];
const FOR_THE_CEO: readonly ActName[] = ["assign", "write-to-mentors", "close"];

/** What the coordinator is told. */
export function toCoordinator(matter: StaffMatter, briefing: Briefing, links: Links): Words {
  return toStaff(matter, briefing, { links, acts: actsFor(matter.about) });
}

/** What the CEO is told: the same, with fewer buttons. */
export function toCeo(matter: StaffMatter, briefing: Briefing, links: Links): Words {
  return toStaff(matter, briefing, { links, acts: isAboutWaiting(matter.about) ? FOR_THE_CEO : [] });
}

function toStaff(
  matter: StaffMatter,
  briefing: Briefing,
  { links, acts }: { readonly links: Links; readonly acts: readonly ActName[] },
): Words {
  const text = [
    opening(matter, briefing),
    ...(isAboutWaiting(matter.about) ? facts(briefing, matter.about) : []),
    linksOf(links),
  ];
  return { text: text.filter((line) => line !== "").join("\n"), ...(acts.length > 0 && { buttons: buttons(...acts) }) };
}

function actsFor(about: StaffAbout): readonly ActName[] {
  if (isAboutWaiting(about)) return WHILE_WAITING;
  switch (about) {
    case "claim-in-doubt":
    case "contradiction":
      return ["take-away", "ask-mentee", "close"];
    case "unreachable":
      return ["ask-mentee", "close"];
    default:
      return [];
  }
}

const isAboutWaiting = (about: StaffAbout): boolean =>
  ["nobody-matches", "unclaimed", "remind", "lapsed", "open-again", "another-mentor"].includes(about);

function opening(
  { about, who, words = "" }: StaffMatter,
  { mentee, asked, waited, holder, answerWithin }: Briefing,
): string {
  const request = `the request of ${mention(mentee)} for *${escaped(asked.service.name)}* (${skillsOf(asked)})`;
  const mentor = holder ? mention(holder) : "A mentor";
  const person = who ? mention(who) : "Somebody";
  switch (about) {
    case "nobody-matches":
      return `No mentor matches ${request}. It has been posted without mentions; somebody has to be found.`;
    case "unclaimed":
      return [`For ${inWords(waited)} nobody has claimed ${request}.`, ...(words ? [quoted(words)] : [])].join("\n");
    case "remind":
      return `After ${inWords(waited)}, still nobody has claimed ${request}.`;
    case "solved":
      return holder ? `Solved: ${mentor} has taken ${request}.` : `Solved: ${request} is closed.`;
    case "open-again":
      return `Open again: ${request} was given back, and has been posted anew.`;
    case "claim-in-doubt":
      if (words === "kept-apart")
        return `${mentor} has been assigned ${request}, and a low rating from before keeps the two apart. Both have been told; nothing was taken from anybody: please decide.`;
      return `${mentor} took ${request} while the records were out of reach, and the record says ${DOUBTS[words] ?? "that they may not hold it now"}. Nothing was taken from anybody: please decide.`;
    case "unreachable":
      return `${person} could not be reached in Slack about ${request}: the account is deactivated or refuses messages. The request goes on; you may close it.`;
    case "lapsed":
      return `${person} took ${request} and has not been heard of since. It waits again, and has been posted anew.`;
    case "contradiction":
      return `What ${mentor} and ${mention(mentee)} have said of whether they met, or whether the mentor has written, does not agree, in ${request}. Please ask them.`;
    case "another-mentor":
      return `The session with ${person} did not help: ${mention(mentee)} would like another mentor in ${request}. It has been posted anew.`;
    case "low-rating":
      return [
        `${mention(mentee)} gave a low rating to the session with ${person} in ${request}. The two are not brought together again.`,
        ...(words ? [quoted(words)] : []),
      ].join("\n");
    case "closed-unanswered":
      return `Closed: ${mention(mentee)} did not come to the session, and did not answer${answerWithin ? ` within ${answerWithin}` : ""}, in ${request}.`;
  }
}

/** Why the record does not let them hold it. */
const DOUBTS: Readonly<Record<string, string>> = {
  "not-enrolled": "nothing of them: they are not enrolled as a mentor",
  paused: "that they are taking a break, or no longer a mentor",
  full: "that they have as many mentees as they can take",
  "was-mentor-before": "that the two are not to be brought together again",
};

const SAYS_HOW_LONG: readonly StaffAbout[] = ["unclaimed", "remind"];

function facts(
  { asked, openedAt, waited, mentioned, passed, nextStepAt }: Briefing,
  about: StaffAbout,
): readonly string[] {
  return [
    detailsOf(asked),
    `*Asked:* ${moment(openedAt)}${SAYS_HOW_LONG.includes(about) ? "" : `, ${inWords(waited)} without a mentor so far`}`,
    mentioned.length > 0 ? `*Mentioned so far:* ${mentions(mentioned)}` : "*Mentioned so far:* nobody",
    ...(passed.length > 0 ? [`*Passed or gave it back:* ${mentions(passed)}`] : []),
    ...(nextStepAt ? [`*Next step:* ${moment(nextStepAt)}`] : []),
  ];
}

function linksOf({ card, timeline, lists = {} }: Links): string {
  return [
    card && `<${card}|See the post>`,
    timeline && `<${timeline}|See its timeline>`,
    ...Object.entries(lists).map(([name, link]) => `<${link}|All ${name}>`),
  ]
    .filter(Boolean)
    .join(" · ");
}
