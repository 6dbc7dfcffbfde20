import type { Approval } from "../enrolment.ts";
import type { MemberId } from "../ids.ts";
import { mention } from "./slack-text.ts";

/** What a coordinator is answered who has pressed *Accept* or *Not this time*. It is carried out afterwards. */
export const APPROVER = {
  accepted:
    "They are accepted: the invitation to the mentors' channel, the welcome and the announcement are on their way.",
  declined: "They are not accepted this time: the message that tells them so is on its way.",
  passedOn: "Your word is passed on. It counts unless this was decided before; pressing again tells how it stands.",
  over: "Nobody waits for this any more: it was decided before, or they changed their mind. Nothing was done.",
} as const;

/** To whoever presses when it is decided already. */
export function decidedBefore({ approved, by }: Approval, reader: MemberId): string {
  const who = by === reader ? "You have" : `${mention(by)} has`;
  const what = approved ? "accepted them as a mentor" : "decided that they are not accepted this time";
  return `${who} already ${what}. Nothing was done now.`;
}
