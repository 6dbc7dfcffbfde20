import type { Briefing } from "../briefing.ts";
import { inWords } from "../duration.ts";
import type { MemberId } from "../ids.ts";
import { escaped, mention, mentions, moment, quoted } from "./slack-text.ts";
import { skillsOf } from "./to-mentors.ts";
import type { Words } from "./words.ts";

export type CoordinatorAbout = "nobody-matches" | "unclaimed" | "remind" | "solved" | "claim-in-doubt" | "unreachable";

/** Where to look further: the card in Slack, the request in Temporal's own page. */
export interface Links {
  readonly card?: string;
  readonly timeline?: string;
}

/** What the coordinator and the CEO are told. `who` is the person who could not be reached. */
export function toCoordinator(about: CoordinatorAbout, briefing: Briefing, links: Links, who?: MemberId): Words {
  const text = [opening(about, briefing, who), ...(isAboutWaiting(about) ? facts(briefing) : []), linksOf(links)];
  return { text: text.filter((line) => line !== "").join("\n") };
}

const isAboutWaiting = (about: CoordinatorAbout): boolean =>
  about === "nobody-matches" || about === "unclaimed" || about === "remind";

function opening(about: CoordinatorAbout, { mentee, asked, waited, holder }: Briefing, who?: MemberId): string {
  const request = `the request of ${mention(mentee)} for *${escaped(asked.service.name)}* (${skillsOf(asked)})`;
  switch (about) {
    case "nobody-matches":
      return `No mentor matches ${request}. It has been posted without mentions; somebody has to be found.`;
    case "unclaimed":
      return `For ${inWords(waited)} nobody has claimed ${request}.`;
    case "remind":
      return `After ${inWords(waited)}, still nobody has claimed ${request}.`;
    case "solved":
      return holder ? `Solved: ${mention(holder)} has taken ${request}.` : `Solved: ${request} is closed.`;
    case "claim-in-doubt":
      return `${holder ? mention(holder) : "A mentor"} took ${request} while the records were out of reach, and the record says that they may not hold it now. Nothing was taken from anybody: please decide.`;
    case "unreachable":
      return `${who ? mention(who) : "Somebody"} could not be reached in Slack about ${request}: the account is deactivated or refuses messages. The request goes on.`;
  }
}

function facts({ asked, openedAt, mentioned, nextStepAt }: Briefing): readonly string[] {
  return [
    quoted(asked.details),
    `*Asked:* ${moment(openedAt)}`,
    mentioned.length > 0 ? `*Mentioned so far:* ${mentions(mentioned)}` : "*Mentioned so far:* nobody",
    ...(nextStepAt ? [`*Next step:* ${moment(nextStepAt)}`] : []),
  ];
}

function linksOf({ card, timeline }: Links): string {
  return [card && `<${card}|See the post>`, timeline && `<${timeline}|See its timeline>`].filter(Boolean).join(" · ");
}
