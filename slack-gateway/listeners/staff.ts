import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { hasChoices } from "../../domain/catalogue.ts";
import { DAY } from "../../domain/duration.ts";
import { isChannelId, isRequestId, memberId } from "../../domain/ids.ts";
import { FOR_STAFF } from "../../domain/wording/for-staff.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { answerPress, type Press } from "../answer-press.ts";
import { onlyYou } from "../answering.ts";
import { isCoordinator, isStaff } from "../is-staff.ts";
import { notTheirs } from "../not-theirs.ts";
import { openWindow } from "../open-window.ts";
import { presserOf } from "../presser-of.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { openRequests } from "../queue.ts";
import { LIST_MS, PATIENT_MS, type Requests } from "../requests.ts";
import { soon } from "../soon.ts";
import { FOR_SOMEBODY, requestForm } from "../views/request-form.ts";
import {
  closedBlocks,
  loadingView,
  openedFrom,
  queueBlocks,
  queueView,
  requestView,
  sayingView,
} from "../views/staff.ts";

type Command = AllMiddlewareArgs & SlackCommandMiddlewareArgs;

interface Desk {
  readonly programme: ProgrammeCopy;
  readonly requests: Requests;
}

const LATELY = 30 * DAY;

const closedSince = (at: number): string =>
  `RequestStatus = "closed" AND (ExecutionStatus = "Running" OR CloseTime > "${new Date(at).toISOString()}")`;

/** `/mentor-requests`: every open request, and what was closed lately, for coordinators and the CEO. */
export const onStaffCommand =
  ({ programme, requests }: Desk) =>
  async ({ ack, command, client, respond, logger }: Command): Promise<void> => {
    await ack();
    const presser = { member: memberId(command.user_id), channel: command.channel_id };
    const renewed = programme.refresh();
    const mayLook = () => isStaff(presser, programme.current?.people);
    // Who has just become one is not turned away by the copy of before.
    const isKnown = mayLook() || (await soon(renewed.then(() => true)));
    if (isKnown && !mayLook()) return void (await respond(onlyYou(refusal(programme))));
    try {
      const { view } = await client.views.open({ trigger_id: command.trigger_id, view: loadingView() });
      if (!isKnown) await renewed;
      const shown = mayLook() ? await listView(requests) : sayingView(refusal(programme));
      if (view?.id) await client.views.update({ view_id: view.id, view: openedFrom(presser.channel, shown) });
    } catch (error) {
      logger.warn("the list of requests did not open; the person is asked to try again", error);
      await respond(onlyYou(FOR_STAFF.unknown));
    }
  };

/** "Next": the open requests that follow, in place of those before; from the Home tab, in a window. */
export const onNextRequests =
  ({ programme, requests }: Desk) =>
  async (press: Press): Promise<void> => {
    const { ack, action, body, client } = press;
    await ack();
    const presser = presserOf(body);
    if (!isStaff(presser, programme.current?.people)) return answerPress(press, notTheirs(programme));
    const from = Number(action.value);
    if (!Number.isSafeInteger(from) || from < 0) return answerPress(press, ANSWERS.notAButton);
    const show = (view: ModalView) => openedFrom(presser.channel, view);
    const { view } = await (body.view?.type === "modal"
      ? client.views.update({ view_id: body.view.id, view: show(loadingView()) })
      : client.views.open({ trigger_id: body.trigger_id, view: show(loadingView()) }));
    const shown = await listView(requests, from);
    if (view?.id) await client.views.update({ view_id: view.id, view: show(shown) });
  };

/** From one of them on; when there are fewer by now, it begins anew. */
async function listView(requests: Requests, from = 0): Promise<ModalView> {
  const now = Date.now();
  const [queue, closed = []] = await Promise.all([
    openRequests(requests),
    requests.list(closedSince(now - LATELY), LIST_MS),
  ]);
  if (!queue) return sayingView(FOR_STAFF.unknown);
  if (from > 0 && from < queue.length) return queueView(queueBlocks(queue, now, { from }));
  return queueView([...queueBlocks(queue, now), ...closedBlocks(closed, now)]);
}

function refusal({ current }: ProgrammeCopy): string {
  if (!current) return FOR_STAFF.unknown;
  const { coordinator } = current.people;
  return FOR_STAFF.notForYou(isChannelId(coordinator) ? coordinator : undefined);
}

/** "Open": one request with everything, and what may be done to it. */
export const onShowRequest =
  ({ programme, requests }: Desk) =>
  async (press: Press): Promise<void> => {
    const { ack, action, body, client } = press;
    await ack();
    const people = programme.current?.people;
    const presser = presserOf(body);
    if (!isStaff(presser, people)) return answerPress(press, notTheirs(programme));
    if (!isRequestId(action.value)) return answerPress(press, ANSWERS.notAButton);
    const window = await openWindow(press, loadingView());
    const request = await requests.read(action.value, PATIENT_MS);
    const role = isCoordinator(presser, people) ? "coordinator" : "ceo";
    const shown =
      typeof request === "object"
        ? requestView(request, role, Date.now())
        : sayingView(request === "gone" ? FOR_STAFF.gone : FOR_STAFF.unknownRequest);
    if (window) await client.views.update({ view_id: window, view: openedFrom(presser.channel, shown) });
  };

/** "File one for somebody": the request form, with the question for whom. */
export const onFileRequest =
  ({ programme }: Desk) =>
  async (press: Press): Promise<void> => {
    const { ack, body } = press;
    await ack();
    const { people, catalogue } = programme.current ?? {};
    const presser = presserOf(body);
    if (!isStaff(presser, people)) return answerPress(press, notTheirs(programme));
    if (!catalogue) return answerPress(press, ANSWERS.noFormYet);
    if (!hasChoices(catalogue)) return answerPress(press, ANSWERS.nothingToChoose);
    const form = requestForm(catalogue, { forSomebody: true });
    const carried = [FOR_SOMEBODY, presser.channel].filter(Boolean).join(" ");
    await openWindow(press, { ...form, private_metadata: carried });
  };
