import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from "@slack/bolt";
import { memberId } from "../../domain/ids.ts";
import type { Asked } from "../../domain/request.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { readRequestForm } from "../read-request-form.ts";
import { requestIdFor } from "../request-id-for.ts";
import type { Requests } from "../requests.ts";
import { thanksView } from "../views/request-form.ts";

type Submission = AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>;

/** The form was sent: the request is handed to Temporal first, and only then is the form closed. */
export const onRequestFormSent =
  (programme: ProgrammeCopy, requests: Requests) =>
  async ({ ack, body, view }: Submission): Promise<void> => {
    const current = programme.current;
    if (!current?.catalogue) return ack({ response_action: "errors", errors: { details: ANSWERS.requestNotTaken } });
    const read = readRequestForm(view.state.values, current.catalogue);
    if ("errors" in read) return ack({ response_action: "errors", errors: { ...read.errors } });
    const mentee = memberId(body.user.id);
    const id = requestIdFor(view.id, subjectOf(read.asked));
    const taken = await requests.open({ id, mentee, asked: read.asked, policy: current.policy });
    if (taken === "taken") await ack({ response_action: "update", view: thanksView() });
    else await ack({ response_action: "errors", errors: { details: ANSWERS.requestNotTaken } });
  };

/** One skill says more than a service; several would be too long. */
function subjectOf({ service, skills: [first, ...others] }: Asked): string {
  return first && others.length === 0 ? first.name : service.name;
}
