import type { ModalView } from "@slack/types";
import { type ActName, readAct } from "../../domain/act.ts";
import { followUpOf } from "../../domain/follow-up.ts";
import { isRequestId, type MemberId, type RequestId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policy.ts";
import { ACT_FORMS, DONE } from "../../domain/wording/act-forms.ts";
import { ANSWERS, WINDOW } from "../../domain/wording/to-whoever-clicked.ts";
import { answerPress, answerPressLater, type Press } from "../answer-press.ts";
import type { Enrolments } from "../enrolments.ts";
import { isOfAnyMentor, noMentorBecause } from "../mentors-only.ts";
import { notTheirs } from "../not-theirs.ts";
import { openWindow } from "../open-window.ts";
import { pressOf } from "../press-of.ts";
import { isPrivate, presserOf } from "../presser-of.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { requestIdFor } from "../request-id-for.ts";
import { PATIENT_MS, type Requests, refusal, type Sent } from "../requests.ts";
import { roleFor } from "../role-for.ts";
import { soon } from "../soon.ts";
import { actForm, doneView } from "../views/act-form.ts";

interface Acting {
  readonly programme: ProgrammeCopy;
  readonly requests: Requests;
  readonly enrolments: Enrolments;
}

/**
 * Any button of a request but the claim: done at once, or with the small form that it needs. What is done at once is handed
 * to Temporal first, and only then acknowledged: what Slack was told of is not lost with this process.
 */
export const onActButton =
  (act: ActName, { programme, requests, enrolments }: Acting) =>
  async (press: Press): Promise<void> => {
    const { ack, action, body } = press;
    const { current } = programme;
    // For the next press: who was coordinator until today should not stay it here.
    void programme.refresh();
    const { member: by, channel } = presserOf(body);
    const as = roleFor(act, { member: by, channel }, current?.people);
    const id = action.value;
    if (!isRequestId(id) || !as) {
      await ack();
      return answerPress(press, as ? ANSWERS.notAButton : notTheirs(programme));
    }
    const objection = async () => (isOfAnyMentor(act) ? noMentorBecause({ requests, enrolments }, id, by) : undefined);
    const form = ACT_FORMS[act];
    if (form) {
      await ack();
      const view = actForm(form, { act, id, ...(channel && { channel }) }, current?.catalogue);
      return openForm(press, view, objection());
    }
    const read = readAct(act, { by, as, ...pressOf(by, action), privately: isPrivate(body) });
    if ("wrong" in read) {
      await ack();
      return answerPress(press, ANSWERS.notAButton);
    }
    const began = Date.now();
    const sent = await requests.act(id, read, objection());
    const isOver = sent === "over" || (typeof sent === "object" && sent.refused === "already-closed");
    await ack();
    if (act === "another-mentor" && isOver)
      await answerPressLater(press, followUp(requests, id, { mentee: by, policy: current?.policy }), began);
    else await answerPress(press, answerTo(act, sent));
  };

/** Opens the form, unless there is an objection: that is told instead. */
async function openForm(press: Press, form: ModalView, objection: Promise<string | undefined>): Promise<void> {
  const { client, logger } = press;
  const decided = objection.then((text) => ({ text }));
  const known = await soon(decided);
  if (known?.text) return answerPress(press, known.text);
  try {
    const window = await openWindow(press, known ? form : doneView(WINDOW.title, ANSWERS.oneMoment));
    if (known || !window) return;
    const { text } = await decided;
    await client.views.update({ view_id: window, view: text ? doneView(WINDOW.title, text) : form });
  } catch (error) {
    logger.warn("the form of a button did not open; the person is asked to try again", error);
    await answerPress(press, ANSWERS.actFormDidNotOpen);
  }
}

/** Whoever would like it to go on: the mentee of the request, or one of the staff for them. */
type Asker = ({ readonly mentee: MemberId } | { readonly filedBy: MemberId; readonly why?: string }) & {
  readonly policy?: Policy | undefined;
};

/**
 * After the end, "another mentor" means a new request that follows up the old one. Pressed twice it is one; when that
 * one is over as well, it has to be said: nothing would happen any more.
 */
export async function followUp(requests: Requests, id: RequestId, asker: Asker): Promise<string> {
  const request = await requests.read(id, PATIENT_MS);
  if (!request) return ANSWERS.notConfirmed;
  if (request === "gone") return ANSWERS.over;
  if ("mentee" in asker && asker.mentee !== request.mentee) return refusal("not-yours", request).because;
  if (request.standing.status !== "closed") return refusal("not-now", request).because;
  const { skills, service } = request.asked;
  const about = skills.length === 1 ? (skills[0]?.name ?? "") : service.name;
  const filedBy = "filedBy" in asker ? asker.filedBy : undefined;
  const followingUp = followUpOf(request, requestIdFor(`follow-up of ${id}`, about), { ...asker, filedBy });
  const before = await requests.read(followingUp.id, PATIENT_MS);
  if (!before) return ANSWERS.notConfirmed;
  if (before !== "gone" && before.standing.status === "closed")
    return filedBy ? ANSWERS.reopenedBefore : ANSWERS.followedUpBefore;
  const taken = await requests.open(followingUp, PATIENT_MS);
  return taken === "taken" ? ANSWERS.followedUp : ANSWERS.notConfirmed;
}

export function answerTo(act: ActName, sent: Sent): string {
  if (typeof sent === "object") return sent.because;
  switch (sent) {
    case "sent":
      return DONE[act] ?? ANSWERS.passedOn;
    case "over":
      return ANSWERS.over;
    case "not-sent":
      return ANSWERS.notConfirmed;
  }
}
