import type { Briefing } from "../briefing.ts";
import type { RefusalReason } from "../outbox.ts";
import { escaped, mention } from "./slack-text.ts";
import type { Words } from "./words.ts";

/** What somebody is told whose press of the button came to nothing. */
export function toClaimer(reason: RefusalReason, { asked, mentee, holder }: Briefing): Words {
  const request = `the request of ${mention(mentee)} (${escaped(asked.service.name)})`;
  switch (reason) {
    case "already-claimed":
      return {
        text: holder
          ? `${mention(holder)} was a moment faster and has taken ${request}. Thank you for offering!`
          : `Another mentor was a moment faster with ${request}. Thank you for offering!`,
      };
    case "already-yours":
      return { text: `You have ${request} already. Please write to ${mention(mentee)} to agree on a time.` };
    case "own-request":
      return { text: "This is your own request, so you cannot take it yourself. Another mentor will." };
    case "was-mentor-before":
      return { text: `You were the mentor of ${mention(mentee)} before; this time somebody else should help.` };
    case "not-enrolled":
      return {
        text: `You could not take ${request} because you are not enrolled as a mentor yet. \`/mentor-volunteer\` enrols you; once you are welcomed, press the button again.`,
      };
    case "paused":
      return {
        text: `You could not take ${request} because your mentor record says that you are taking a break, or no longer a mentor. \`/mentor-volunteer\` changes that.`,
      };
    case "full":
      return {
        text: `You could not take ${request} because you already have as many mentees as your mentor record allows. If you can take more, \`/mentor-volunteer\` changes that.`,
      };
    case "already-closed":
      return {
        text: `Nothing was done: ${request} has been closed, and nobody is needed for it any more.`,
      };
    case "not-yours":
      return {
        text: `That was not carried out: it is for those who are part of ${request}, and you are not, or no longer.`,
      };
    case "not-now":
      return {
        text: `That was not carried out, since ${request} has moved on in the meantime. Please look at the latest message about it.`,
      };
    case "not-allowed":
      return {
        text: `That was not carried out: it is for somebody else to do. Please ask the coordinator about ${request}.`,
      };
    case "choose-others":
      return {
        text: `Nothing was done: whom you chose asked for ${request} themselves, or had it before. Please choose somebody else.`,
      };
    case "no-more-fits":
      return {
        text: `Nothing was sent: no more fits into ${request}. Please write to ${holder ? mention(holder) : "the coordinator"} or ${mention(mentee)} directly.`,
      };
    case "said-before":
      return { text: `Nothing was sent: whoever it would go to has been told about ${request} already.` };
    case "choose-another-moment":
      return {
        text: `Nothing was changed about ${request}: please choose a moment that is still to come, and not more than a year away.`,
      };
  }
}
