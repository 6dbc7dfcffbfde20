import type { MemberId } from "../ids.ts";
import { mention, quoted } from "./slack-text.ts";
import type { Words } from "./words.ts";

/** A member's question to the bot, as the coordinator reads it. */
export function question(from: MemberId, text: string): Words {
  return {
    text: `${mention(from)} has a question, and asked us to pass it on:\n${quoted(text)}\nPlease answer them in a direct message.`,
  };
}

/** What the bot answers to whoever writes to it. */
export const BOT = {
  answer: [
    "Hello! I look after the mentorship programme. I only understand a few commands:",
    "• `/mentor` asks for a mentor; `/mentor status` shows where your requests stand; `/mentor withdraw` takes one back.",
    "• `/mentor-volunteer` enrols you as a mentor, or changes what you offer.",
    "A person can read what you wrote, if you like:",
  ].join("\n"),
  passOn: "Pass it on to the coordinator",
  /** In place of a question that has no words. */
  noText: "(no text)",
  /** Said to whoever wrote it, and at the end of what the coordinator reads. */
  onlyBeginning: (characters: number): string =>
    `Your message is too long to be passed on whole: only its first ${characters} characters are.`,
  goesOn: "… [It goes on: only the beginning could be passed on.]",
  passedOn: "It is passed on. The coordinator will write to you.",
} as const;
