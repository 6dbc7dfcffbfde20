import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from "@slack/bolt";
import { memberId, type RequestId } from "../../domain/ids.ts";
import type { Asked } from "../../domain/request.ts";
import { allowance } from "../../domain/request-limit.ts";
import { FORM } from "../../domain/wording/request-form.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { isStaff } from "../is-staff.ts";
import type { ListedRequest } from "../listed-request.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { whyIn } from "../read-act-form.ts";
import { chosenMember, readRequestForm } from "../read-request-form.ts";
import { requestCode, requestIdFor } from "../request-id-for.ts";
import type { Requests } from "../requests.ts";
import { FOR_SOMEBODY, thanksView } from "../views/request-form.ts";

type Submission = AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>;

/**
 * The form was sent: the request is handed to Temporal first, and only then is the form closed. `tried`: the ids of forms
 * that could not be confirmed, so that they stay one request whatever is changed in them.
 */
export const onRequestFormSent =
  (
    programme: ProgrammeCopy,
    requests: Requests,
    warned: Set<string> = new Set(),
    tried: Map<string, RequestId> = new Map(),
  ) =>
  async ({ ack, body, view }: Submission): Promise<void> => {
    const current = programme.current;
    if (!current?.catalogue) return ack({ response_action: "errors", errors: { details: ANSWERS.cannotTakeForms } });
    const read = readRequestForm(view.state.values, current.catalogue);
    if ("errors" in read) return ack({ response_action: "errors", errors: { ...read.errors } });
    const by = memberId(body.user.id);
    const [what, channel] = view.private_metadata.split(" ");
    const filing = what === FOR_SOMEBODY;
    // In their own name it would be a request that nobody has asked for.
    if (filing && !isStaff({ member: by, channel }, current.people)) {
      void programme.refresh();
      return ack({ response_action: "errors", errors: { details: ANSWERS.onlyStaffFile } });
    }
    const mentee = filing ? chosenMember(view.state.values) : by;
    if (!mentee) return ack({ response_action: "errors", errors: { mentee: ANSWERS.fillIn } });
    const theirs = await requests.list(`Mentee = "${mentee}"`);
    const earlier = theirs?.find((request) => request.id.endsWith(requestCode(view.id)));
    const gotThrough = filing ? FORM.filed : FORM.gotThroughBefore;
    if (earlier) return ack({ response_action: "update", view: thanksView(gotThrough) });
    const wish = { service: read.asked.service.name, form: `${view.id} ${mentee}`, filing };
    const objection = theirs && objectionTo(theirs, wish, { warned, ...current.policy });
    if (objection) return ack({ response_action: "errors", errors: { service: objection } });
    const id = tried.get(view.id) ?? requestIdFor(view.id, subjectOf(read.asked));
    tried.set(view.id, id);
    const taken = await requests.open({
      id,
      mentee,
      asked: read.asked,
      policy: current.policy,
      ...(filing && { filedBy: by, ...whyIn(view.state.values) }),
    });
    if (taken === "taken") tried.delete(view.id);
    if (taken === "taken")
      await ack({ response_action: "update", view: thanksView(filing ? FORM.filed : FORM.thanks) });
    else await ack({ response_action: "errors", errors: { details: ANSWERS.requestNotConfirmed } });
  };

interface Wish {
  readonly service: string;
  /** Which form it was, and for whom. */
  readonly form: string;
  readonly filing: boolean;
}

/**
 * Why this request is not taken: too many in a month (but staff may file more), or (once) an open one for the same service.
 * While nobody can say how many there are, it is taken: a breakdown never stands in a member's way.
 */
function objectionTo(
  theirs: readonly ListedRequest[],
  { service, form, filing }: Wish,
  { requestsAtMost, warned }: { readonly requestsAtMost: number; readonly warned: Set<string> },
): string | undefined {
  const { left, nextAt = 0 } = allowance(
    theirs.map(({ openedAt }) => openedAt),
    requestsAtMost,
    Date.now(),
  );
  if (left === 0 && !filing) return ANSWERS.tooManyRequests(nextAt);
  const same = theirs.some((request) => request.isOpen && request.status !== "closed" && request.service === service);
  if (!same || warned.has(form)) return undefined;
  warned.add(form);
  return filing ? ANSWERS.alreadyOpenForThem : ANSWERS.alreadyOpen;
}

/** One skill says more than a service; several would be too long. */
function subjectOf({ service, skills: [first, ...others] }: Asked): string {
  return first && others.length === 0 ? first.name : service.name;
}
