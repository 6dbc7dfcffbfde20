import type { Briefing } from "../briefing.ts";
import type { Message } from "../outbox.ts";
import { escaped, mention } from "./slack-text.ts";
import { skillsOf } from "./to-mentors.ts";
import type { Words } from "./words.ts";

type About = (Message & { readonly audience: "mentee" })["about"];

/** What the member who asked is told. */
export function toMentee(about: About, { asked, holder }: Briefing): Words {
  const what = `*${escaped(asked.service.name)}* (${skillsOf(asked)})`;
  switch (about) {
    case "receipt":
      return {
        text: `Thank you, we have your request: ${what}. Mentors can see it now. You will hear from us here as soon as one of them takes it, and also while it takes longer.`,
      };
    case "acknowledge":
      return {
        text: `We have not forgotten you. Your request for ${what} is still open, and we are working on finding a mentor. You need not do anything.`,
      };
    case "claimed":
      return {
        text: holder
          ? `Good news: ${mention(holder)} will be your mentor for ${what}. They will write to you here in Slack to agree on a time for your 30 minutes. You are welcome to write first.`
          : `A mentor has taken your request for ${what}.`,
      };
    case "closed":
      return {
        text: `Your request for ${what} has been closed by the coordinator. If you still need a mentor, you can ask again at any time with \`/mentor\`.`,
      };
  }
}
