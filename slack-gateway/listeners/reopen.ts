import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from "@slack/bolt";
import { isRequestId, memberId } from "../../domain/ids.ts";
import { REOPEN_FORM } from "../../domain/wording/act-forms.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { answerPress, type Press } from "../answer-press.ts";
import { isStaff } from "../is-staff.ts";
import { notTheirs } from "../not-theirs.ts";
import { openWindow } from "../open-window.ts";
import { presserOf } from "../presser-of.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { whyIn } from "../read-act-form.ts";
import type { Requests } from "../requests.ts";
import { SOON_IN_A_MESSAGE_MS, soon } from "../soon.ts";
import { doneView, smallForm } from "../views/act-form.ts";
import { REOPEN_SENT } from "../views/staff.ts";
import { followUp } from "./press-act.ts";

type Submission = AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>;

/** "Open it again", on a closed request: the form that asks why. */
export const onReopen =
  (programme: ProgrammeCopy) =>
  async (press: Press): Promise<void> => {
    const { ack, action, body } = press;
    await ack();
    const presser = presserOf(body);
    if (!isStaff(presser, programme.current?.people)) return answerPress(press, notTheirs(programme));
    if (!isRequestId(action.value)) return answerPress(press, ANSWERS.notAButton);
    const carried = [action.value, presser.channel].filter(Boolean).join(" ");
    await openWindow(press, smallForm(REOPEN_SENT, REOPEN_FORM, carried));
  };

/**
 * The closed request goes on as a new one that follows it up; sent twice, it is one. To look the closed one up may take
 * longer than Slack waits: the form says then that it is under way, and later what came of it.
 */
export const onReopenFormSent =
  (programme: ProgrammeCopy, requests: Requests) =>
  async ({ ack, body, view, client }: Submission): Promise<void> => {
    const say = (text: string) => doneView(REOPEN_FORM.title, text);
    const [id, channel] = view.private_metadata.split(" ");
    if (!programme.current) return ack({ response_action: "errors", errors: { why: ANSWERS.cannotTakeForms } });
    const { people, policy } = programme.current;
    const filedBy = memberId(body.user.id);
    const mayReopen = isStaff({ member: filedBy, channel }, people);
    if (!mayReopen || !isRequestId(id))
      return ack({ response_action: "update", view: say(mayReopen ? ANSWERS.notAButton : ANSWERS.notForYou) });
    const answer = followUp(requests, id, { filedBy, policy, ...whyIn(view.state.values) }).then((text) =>
      say(text === ANSWERS.followedUp ? ANSWERS.reopened : text),
    );
    const inTime = await soon(answer, SOON_IN_A_MESSAGE_MS);
    await ack({ response_action: "update", view: inTime ?? say(ANSWERS.oneMoment) });
    if (!inTime) await client.views.update({ view_id: view.id, view: await answer });
  };
