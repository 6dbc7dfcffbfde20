import { isMemberId } from "../../domain/ids.ts";
import { APPROVER, decidedBefore } from "../../domain/wording/to-approver.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { answerPress, type Press } from "../answer-press.ts";
import type { Enrolments } from "../enrolments.ts";
import { isCoordinator } from "../is-staff.ts";
import { notTheirs } from "../not-theirs.ts";
import { presserOf } from "../presser-of.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";

interface Enrolling {
  readonly programme: ProgrammeCopy;
  readonly enrolments: Enrolments;
}

/** A coordinator's word on a new mentor. The first one counts; whoever presses later is told whose that was. */
export const onApproval =
  (approved: boolean, { programme, enrolments }: Enrolling) =>
  async (press: Press): Promise<void> => {
    const { ack, action, body } = press;
    const presser = presserOf(body);
    const { member: by } = presser;
    const mayApprove = isCoordinator(presser, programme.current?.people);
    if (!mayApprove || !isMemberId(action.value)) {
      await ack();
      return answerPress(press, mayApprove ? ANSWERS.notAButton : notTheirs(programme));
    }
    const came = await enrolments.approve(action.value, { approved, by });
    await ack();
    switch (came) {
      case "counts":
        return answerPress(press, approved ? APPROVER.accepted : APPROVER.declined);
      case "passed-on":
        return answerPress(press, APPROVER.passedOn);
      case "over":
        return answerPress(press, APPROVER.over);
      case "not-sent":
        return answerPress(press, ANSWERS.notConfirmed);
    }
    return answerPress(press, decidedBefore(came.before, by));
  };
