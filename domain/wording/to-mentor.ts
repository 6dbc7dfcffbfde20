import type { Briefing } from "../briefing.ts";
import type { MentorAbout } from "../outbox.ts";
import { buttons } from "./buttons.ts";
import { conduct, escaped, mention, quoted } from "./slack-text.ts";
import { detailsOf, skillsOf } from "./to-mentors.ts";
import type { Words } from "./words.ts";

/** Somebody's own words, and whom to write to when something is not right. */
export interface MentorSpoken {
  readonly words?: string | undefined;
  readonly conductContact?: string | undefined;
}

/** Where the mentee lives, and what their clock said when this was decided. */
interface Elsewhere {
  readonly menteeTimeZone?: string | undefined;
  readonly menteeTime?: string | undefined;
}

/** What the mentor who holds it, or is asked to take it, is told. `words` are somebody's own. */
export function toMentor(
  about: MentorAbout,
  { asked, mentee, answerWithin, menteeTimeZone, menteeTime }: Briefing & Elsewhere,
  { words = "", conductContact }: MentorSpoken,
): Words {
  const what = `*${escaped(asked.service.name)}* (${skillsOf(asked)})`;
  const request = `the request of ${mention(mentee)} for ${what}`;
  const next = `*What to do next:* write to ${mention(mentee)} in a direct message, and agree on 30 minutes: a chat, a call, or pair programming on a shared screen.${menteeTimeZone ? ` Their time zone is ${escaped(menteeTimeZone)}${menteeTime ? `, where it was ${menteeTime} when you got it` : ""}.` : ""}${conduct(conductContact)}`;
  switch (about) {
    case "invited":
      return {
        text: [`We think that you could help with ${request}.`, detailsOf(asked)].join("\n"),
        buttons: buttons("claim", "pass"),
      };
    case "claimed":
      return {
        text: [`Thank you! You have taken ${request}.`, detailsOf(asked), next].join("\n"),
        buttons: buttons("agreed", "held", "ask-details", "did-not-come", "release"),
      };
    case "assigned":
      return {
        text: [`We have given you ${request}. Thank you!`, detailsOf(asked), next].join("\n"),
        buttons: buttons("agreed", "held", "ask-details", "did-not-come", "release"),
      };
    case "details-added":
      return { text: [`${mention(mentee)} has added to ${request}:`, quoted(words)].join("\n") };
    case "how-it-goes":
      return {
        text: `How is it going with ${request}? When you have agreed on a date, nobody asks until it has passed.`,
        buttons: buttons("agreed", "held", "did-not-come", "release"),
      };
    case "did-you-meet":
      return {
        text: `Have you and ${mention(mentee)} met about ${what}?`,
        buttons: buttons("held", "agreed", "did-not-come", "release"),
      };
    case "have-you-written":
      return {
        text: `${mention(mentee)} has not heard from you about ${what}. Please write to them. Without an answer${answerWithin ? ` within ${answerWithin}` : ""} the request is given to other mentors.`,
        buttons: buttons("wrote", "agreed", "release"),
      };
    case "still-wanted":
      return {
        text: `${mention(mentee)} would still like the session about ${what}. Please agree on another time with them.`,
        buttons: buttons("agreed", "held", "release"),
      };
    case "lapsed":
      return {
        text: `We have not heard from you about ${request}, so it has been given to other mentors. If you are in touch with ${mention(mentee)}, you can take it again while it is open.`,
      };
    case "taken-away":
      return { text: [`We have given ${request} to other mentors:`, quoted(words)].join("\n") };
    case "withdrawn":
      return { text: `${mention(mentee)} no longer needs a mentor for ${what}. Thank you for having taken it.` };
    case "closed":
      return {
        text: `${upperFirst(request)} has been closed. You need not do anything more. Thank you for having taken it.`,
      };
  }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
