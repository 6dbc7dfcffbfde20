import type { Briefing } from "../briefing.ts";
import type { Message } from "../outbox.ts";
import { escaped, mention, quoted } from "./slack-text.ts";
import { skillsOf } from "./to-mentors.ts";
import type { Words } from "./words.ts";

type About = (Message & { readonly audience: "mentor" })["about"];

/** What the mentor who claimed it is told. */
export function toMentor(about: About, { asked, mentee }: Briefing): Words {
  const what = `*${escaped(asked.service.name)}* (${skillsOf(asked)})`;
  switch (about) {
    case "claimed":
      return {
        text: [
          `Thank you! You have taken the request of ${mention(mentee)}: ${what}.`,
          quoted(asked.details),
          `*What to do next:* write to ${mention(mentee)} in a direct message, and agree on 30 minutes: a chat, a call, or pair programming on a shared screen.`,
        ].join("\n"),
      };
    case "closed":
      return {
        text: `The request of ${mention(mentee)} for ${what} has been closed by the coordinator. You need not do anything more. Thank you for having taken it.`,
      };
  }
}
