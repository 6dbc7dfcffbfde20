import { ASKED_AT_ONCE } from "./carry-out.ts";
import { HOUR, milliseconds } from "./duration.ts";
import { isOfThisStay, type Message } from "./outbox.ts";
import type { MentorRequest } from "./request.ts";
import { dueSteps, ENDS } from "./steps.ts";

/** The last question before the stay ends for want of an answer, where it has not even been sent and the end is due. */
export function unsentQuestion(request: MentorRequest, now: number): Message | undefined {
  const question = request.outbox.find((message) => askedAfter(request, message) !== undefined);
  return question && dueSteps(request, now).carryOut.some(({ occurrence }) => ENDS.includes(occurrence.row.do))
    ? question
    : undefined;
}

/** Whether this question was held up on its way, so that hardly any time to answer it may be left. */
export function isHeldUp(request: MentorRequest, message: Message, now: number): boolean {
  return now - message.at >= HOUR && askedAfter(request, message) !== undefined;
}

/** The same, with as much time for an answer from now on as the table leaves behind this question. */
export function askedNow(request: MentorRequest, message: Message, now: number): MentorRequest {
  const after = askedAfter(request, message);
  if (after === undefined) return request;
  const { reckoned: _, ...stay } = request.stay;
  return { ...request, stay: { ...stay, since: now - after } };
}

/** How long after its stay began this asks what the stay ends without an answer to; undefined when it does not ask that. */
function askedAfter(request: MentorRequest, message: Message): number | undefined {
  const { policy, standing, stay } = request;
  if (standing.status === "waiting" || standing.status === "closed" || !isOfThisStay(request, message))
    return undefined;
  if (stay.table === "missed" || stay.table === "silent") return ASKED_AT_ONCE.includes(message.about) ? 0 : undefined;
  const question = policy[stay.table].findLast((row) => !ENDS.includes(row.do));
  if (question?.id !== message.step) return undefined;
  return milliseconds(stay.agreedOn === undefined ? question.after : (question.afterSession ?? question.after));
}
