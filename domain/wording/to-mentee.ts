import type { Briefing } from "../briefing.ts";
import type { MemberId } from "../ids.ts";
import type { MenteeAbout } from "../outbox.ts";
import { buttons } from "./buttons.ts";
import { conduct, escaped, mention, moment, quoted } from "./slack-text.ts";
import { skillsOf } from "./to-mentors.ts";
import type { Words } from "./words.ts";

/** Whom a message to the mentee speaks of, and in whose words. */
export interface Spoken {
  readonly who?: MemberId | undefined;
  readonly words?: string | undefined;
  /** Whom to write to when something is not right. */
  readonly conductContact?: string | undefined;
}

/** What the member who asked is told. */
export function toMentee(
  about: MenteeAbout,
  { asked, filedBy, holder, agreedOn, answerWithin }: Briefing,
  { who, words = "", conductContact }: Spoken,
): Words {
  const what = `*${escaped(asked.service.name)}* (${skillsOf(asked)})`;
  const mentor = holder ? mention(holder) : "your mentor";
  const former = who ? mention(who) : "your mentor";
  switch (about) {
    case "receipt":
      return {
        text: `${filedBy ? `${mention(filedBy)} has asked for a mentor for you` : "Thank you, we have your request"}: ${what}. Mentors can see it now. You will hear from us here as soon as one of them takes it, and also while it takes longer.`,
        buttons: buttons("add-details", "withdraw"),
      };
    case "acknowledge":
      return {
        text: `We have not forgotten you. Your request for ${what} is still open, and we are working on finding a mentor. You need not do anything; more details may help mentors to decide.`,
        buttons: buttons("add-details", "withdraw"),
      };
    case "claimed":
      return {
        text: `Good news: ${mentor} will be your mentor for ${what}. They will write to you here in Slack to agree on a time for your 30 minutes. You are welcome to write first.${conduct(conductContact)}`,
        buttons: buttons("add-details", "mentor-never-wrote", "withdraw"),
      };
    case "agreed":
      return {
        text: `${mentor} says that you agreed on ${agreedOn ? moment(agreedOn) : "a date"} for ${what}. Is that wrong? Please write to each other; there is nothing to press.`,
      };
    case "question":
      return {
        text: [`${who ? mention(who) : "The coordinator"} asks about your request for ${what}:`, quoted(words)].join(
          "\n",
        ),
        buttons: buttons("add-details"),
      };
    case "changed":
      return {
        text: `${who ? mention(who) : "The coordinator"} has changed what your request asks for. It is now for ${what}; what you wrote stays as it is. Is that wrong? Please answer here, and the coordinator will hear of it.`,
        buttons: buttons("add-details", "withdraw"),
      };
    case "open-again":
      return {
        text: `Your request for ${what} is open again: it is not with ${former} any more. It keeps its place: other mentors have been asked again just now, and you will hear from us here.`,
        buttons: buttons("add-details", "withdraw"),
      };
    case "did-you-meet":
      return {
        text: `Have you and ${mentor} met about ${what}?`,
        buttons: buttons("met", "not-yet", "mentor-never-wrote"),
      };
    case "still-wanted":
      return {
        text: `${mentor} waited for you, and you could not meet about ${what}. That happens. Would you still like the session? Without an answer${answerWithin ? ` within ${answerWithin}` : ""} your request is closed.`,
        buttons: buttons("still-wanted", "met", "withdraw"),
      };
    case "did-it-help":
      return {
        text: `Did the session with ${mentor} about ${what} help you? Only the coordinators see what you say.`,
        buttons: buttons("rate", "another-mentor", "not-yet"),
      };
    case "closed":
      return {
        text: `We have closed your request for ${what}. If you still need a mentor, you can ask again at any time with \`/mentor\`.`,
      };
    case "closed-unanswered":
      return {
        text: `Your request for ${what} has been closed, since we have not heard from you. If you still need a mentor, you can ask again at any time with \`/mentor\`.`,
      };
  }
}
