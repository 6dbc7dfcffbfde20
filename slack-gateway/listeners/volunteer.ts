import type {
  AllMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from "@slack/bolt";
import { hasChoices } from "../../domain/catalogue.ts";
import type { Wish } from "../../domain/enrolment.ts";
import { actionId, memberId } from "../../domain/ids.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { VOLUNTEER } from "../../domain/wording/volunteer-form.ts";
import { answerPress, type Press } from "../answer-press.ts";
import { onlyYou } from "../answering.ts";
import type { Enrolments } from "../enrolments.ts";
import { pressOf } from "../press-of.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { readPauseForm, readVolunteerForm } from "../read-volunteer-form.ts";
import { soon } from "../soon.ts";
import { doneView } from "../views/act-form.ts";
import { lookingUpView, pauseForm, volunteerForm } from "../views/volunteer-form.ts";

type Command = AllMiddlewareArgs & SlackCommandMiddlewareArgs;
type Submission = AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>;

interface Enrolling {
  readonly programme: ProgrammeCopy;
  readonly enrolments: Enrolments;
}

/** `/mentor-volunteer`: the form, with what is known of the person already; it says so when nobody can know. */
export const onVolunteerCommand =
  ({ programme, enrolments }: Enrolling) =>
  async ({ ack, command, client, respond, logger }: Command): Promise<void> => {
    await ack();
    const catalogue = programme.current?.catalogue;
    if (!catalogue || !hasChoices(catalogue)) {
      await respond(onlyYou(catalogue ? ANSWERS.nothingToChoose : ANSWERS.noFormYet));
      return programme.refresh();
    }
    const lookedUp = enrolments.lookUp(memberId(command.user_id));
    const known = await soon(lookedUp);
    try {
      const first = known ? volunteerForm(catalogue, known) : lookingUpView();
      const { view } = await client.views.open({ trigger_id: command.trigger_id, view: first });
      if (!known && view?.id)
        await client.views.update({ view_id: view.id, view: volunteerForm(catalogue, await lookedUp) });
    } catch (error) {
      logger.warn("the form for volunteers did not open; the person is asked to try again", error);
      await respond(onlyYou(ANSWERS.volunteerFormDidNotOpen));
    }
    await programme.refresh();
  };

/** The form was sent: handed to Temporal first, and only then closed. */
export const onVolunteerFormSent =
  (enrolling: Enrolling) =>
  async (submission: Submission): Promise<void> => {
    const { ack, view } = submission;
    const catalogue = enrolling.programme.current?.catalogue;
    if (!catalogue) return ack({ response_action: "errors", errors: { skills: ANSWERS.cannotTakeForms } });
    const read = readVolunteerForm(view.state.values, catalogue);
    if ("errors" in read) return ack({ response_action: "errors", errors: { ...read.errors } });
    await handOver(enrolling, submission, { wish: { kind: "profile", profile: read.profile }, block: "skills" });
  };

export const onPauseFormSent =
  (enrolling: Enrolling) =>
  async (submission: Submission): Promise<void> => {
    const until = readPauseForm(submission.view.state.values, Date.now());
    if (until === undefined) return submission.ack({ response_action: "errors", errors: { until: VOLUNTEER.future } });
    await handOver(enrolling, submission, { wish: { kind: "pause", until }, block: "until" });
  };

async function handOver(
  { programme, enrolments }: Enrolling,
  { ack, body, view }: Submission,
  { wish, block }: { readonly wish: Wish; readonly block: string },
): Promise<void> {
  const how = { actionId: actionId(view.id), approval: needsApproval(programme) };
  const taken = await enrolments.wish(memberId(body.user.id), wish, how);
  if (taken === "taken") await ack({ response_action: "update", view: doneView(VOLUNTEER.title, VOLUNTEER.thanks) });
  else await ack({ response_action: "errors", errors: { [block]: ANSWERS.formNotConfirmed } });
}

/** What else is asked for within minutes goes to the same enrolment. */
const needsApproval = ({ current }: ProgrammeCopy): boolean => current?.policy.mentorsNeedApproval ?? true;

/** "Take a break", in the form. */
export const onPause = async ({ ack, body, client }: Press): Promise<void> => {
  await ack();
  await client.views.push({ trigger_id: body.trigger_id, view: pauseForm() });
};

/** "End the break now" and "End it", in the form. */
export const onWish =
  (wish: Wish, { programme, enrolments }: Enrolling) =>
  async (press: Press): Promise<void> => {
    const { ack, action, body } = press;
    const member = memberId(body.user.id);
    const pressed = pressOf(member, action);
    const approval = needsApproval(programme);
    const taken = pressed && (await enrolments.wish(member, wish, { actionId: pressed.actionId, approval }));
    await ack();
    if (!taken) return answerPress(press, ANSWERS.notAButton);
    await answerPress(press, taken === "taken" ? VOLUNTEER.thanks : ANSWERS.notConfirmed);
  };
