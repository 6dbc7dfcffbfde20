import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from "@slack/bolt";
import { readAct } from "../../domain/act.ts";
import { memberId } from "../../domain/ids.ts";
import type { RefusalReason } from "../../domain/outbox.ts";
import { ACT_FORMS, type Ask } from "../../domain/wording/act-forms.ts";
import { ANSWERS, WINDOW } from "../../domain/wording/to-whoever-clicked.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { readFields, readSubject } from "../read-act-form.ts";
import type { Requests } from "../requests.ts";
import { roleFor } from "../role-for.ts";
import { doneView } from "../views/act-form.ts";
import { answerTo } from "./press-act.ts";

type Submission = AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>;

/** What may be put right in the form. */
const CAN_BE_CHOSEN_ANEW: readonly RefusalReason[] = [
  "choose-others",
  "choose-another-moment",
  "no-more-fits",
  "said-before",
];

const isPast = (ask: Ask | undefined, value: unknown): boolean =>
  ask?.kind === "moment" && typeof value === "number" && value <= Date.now();

/** The small form behind a button was sent: handed to Temporal first, and only then closed. */
export const onActFormSent =
  (programme: ProgrammeCopy, requests: Requests) =>
  async ({ ack, body, view }: Submission): Promise<void> => {
    const subject = readSubject(view.private_metadata);
    const form = subject && ACT_FORMS[subject.act];
    if (!form) return ack({ response_action: "update", view: doneView(WINDOW.notCarriedOut, ANSWERS.notAButton) });
    const { act, id, channel } = subject;
    const by = memberId(body.user.id);
    const as = roleFor(act, { member: by, channel }, programme.current?.people);
    const [first = ""] = Object.keys(form.fields);
    if (!as && !programme.current)
      return ack({ response_action: "errors", errors: { [first]: ANSWERS.cannotTakeForms } });
    if (!as) return ack({ response_action: "update", view: doneView(form.title, ANSWERS.notForYou) });
    const fields = readFields(form.fields, view.state.values, programme.current?.catalogue);
    const signed = { by, as, actionId: `${view.id}-${by}`, pressedAt: Date.now(), privately: true };
    const read = readAct(act, { ...fields, ...signed });
    const past = Object.keys(form.fields).find((name) => isPast(form.fields[name], fields[name]));
    if (past) return ack({ response_action: "errors", errors: { [past]: ANSWERS.momentIsPast } });
    if ("wrong" in read) return ack({ response_action: "errors", errors: { [first]: ANSWERS.fillIn } });
    const sent = await requests.act(id, read);
    if (sent === "not-sent") await ack({ response_action: "errors", errors: { [first]: ANSWERS.formNotConfirmed } });
    else if (typeof sent === "object" && CAN_BE_CHOSEN_ANEW.includes(sent.refused))
      await ack({ response_action: "errors", errors: { [first]: sent.because } });
    else await ack({ response_action: "update", view: doneView(form.title, answerTo(act, sent)) });
  };
