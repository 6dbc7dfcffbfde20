import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Client } from "@temporalio/client";
import { ACTS } from "../../domain/act.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { answerPress, type Press } from "../answer-press.ts";
import { answering, answeringForm } from "../answering.ts";
import { enrolmentsIn } from "../enrolments.ts";
import type { ProgrammeCopy } from "../programme-copy.ts";
import { requestsIn } from "../requests.ts";
import { ACT_FORM } from "../views/act-form.ts";
import { REQUEST_FORM } from "../views/request-form.ts";
import { FILE_REQUEST, NEXT_REQUESTS, REOPEN, REOPEN_SENT, SHOW_REQUEST } from "../views/staff.ts";
import { LEAVE, PAUSE, PAUSE_FORM, RESUME, VOLUNTEER_FORM } from "../views/volunteer-form.ts";
import { onApproval } from "./approve-mentor.ts";
import { onClaim } from "./claim-request.ts";
import { onDirectMessage, onPassOn, PASS_ON } from "./direct-message.ts";
import { onHomeOpened } from "./home.ts";
import { onMentorCommand } from "./mentor-command.ts";
import { ASK, onAskButton, openRequestForm } from "./open-request-form.ts";
import { onActButton } from "./press-act.ts";
import { onReopen, onReopenFormSent } from "./reopen.ts";
import { onFileRequest, onNextRequests, onShowRequest, onStaffCommand } from "./staff.ts";
import { onActFormSent } from "./submit-act-form.ts";
import { onRequestFormSent } from "./submit-request-form.ts";
import { onPause, onPauseFormSent, onVolunteerCommand, onVolunteerFormSent, onWish } from "./volunteer.ts";

/** Everything that people can do in Slack, and what listens to it. */
export function listenToEverything(app: App, client: Client, programme: ProgrammeCopy): void {
  const { logger } = app;
  const requests = requestsIn(client, logger);
  const desk = { programme, requests };
  const enrolling = { programme, enrolments: enrolmentsIn(client, logger) };
  const acting = { ...desk, ...enrolling };

  app.command("/mentor", answering(onMentorCommand({ open: openRequestForm(programme, requests), requests })));
  app.command("/mentor-requests", answering(onStaffCommand(desk)));
  app.command("/mentor-volunteer", answering(onVolunteerCommand(enrolling)));

  app.event("app_home_opened", onHomeOpened(desk));
  app.event("message", onDirectMessage());

  const forms = {
    [REQUEST_FORM]: onRequestFormSent(programme, requests),
    [ACT_FORM]: onActFormSent(programme, requests),
    [REOPEN_SENT]: onReopenFormSent(programme, requests),
    [VOLUNTEER_FORM]: onVolunteerFormSent(enrolling),
    [PAUSE_FORM]: onPauseFormSent(enrolling),
  };
  for (const [form, listener] of Object.entries(forms)) {
    app.view({ callback_id: form, type: "view_submission" }, answeringForm(listener));
  }

  const acts = ACTS.map((act) => [act, act === "claim" ? onClaim(requests) : onActButton(act, acting)] as const);
  const buttons: Readonly<Record<string, (press: Press) => Promise<void>>> = {
    ...Object.fromEntries(acts),
    [ASK]: onAskButton(programme, requests),
    [SHOW_REQUEST]: onShowRequest(desk),
    [NEXT_REQUESTS]: onNextRequests(desk),
    [REOPEN]: onReopen(programme),
    [FILE_REQUEST]: onFileRequest(desk),
    [PAUSE]: onPause,
    [RESUME]: onWish({ kind: "resume" }, enrolling),
    [LEAVE]: onWish({ kind: "leave" }, enrolling),
    "approve-mentor": onApproval(true, enrolling),
    "decline-mentor": onApproval(false, enrolling),
    [PASS_ON]: onPassOn(client, logger),
  };
  for (const [button, listener] of Object.entries(buttons)) {
    app.action<BlockAction<ButtonAction>>(button, answering(listener));
  }
  const noneOfThese = new RegExp(`^(?!(?:${Object.keys(buttons).join("|")})$)`);
  app.action<BlockAction<ButtonAction>>(noneOfThese, answering(onUnknownButton));
}

/** A button of an older version, or of nobody's: whoever pressed it is told. */
async function onUnknownButton(press: Press): Promise<void> {
  await press.ack();
  await answerPress(press, ANSWERS.notAButton);
}
