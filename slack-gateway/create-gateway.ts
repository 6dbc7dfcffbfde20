import { join } from "node:path";
import { App, type BlockAction, type ButtonAction } from "@slack/bolt";
import type { Client } from "@temporalio/client";
import type { Read } from "../config/read-settings.ts";
import type { GATEWAY_SETTINGS } from "../config/settings.ts";
import { ACTS } from "../domain/act.ts";
import { answering, answeringForm } from "./answering.ts";
import { enrolmentsIn } from "./enrolments.ts";
import { gatewayLog } from "./gateway-log.ts";
import { onClaim } from "./listeners/claim-request.ts";
import { onDirectMessage, onPassOn, PASS_ON } from "./listeners/direct-message.ts";
import { onHomeOpened } from "./listeners/home.ts";
import { onMentorCommand } from "./listeners/mentor-command.ts";
import { ASK, onAskButton, openRequestForm } from "./listeners/open-request-form.ts";
import { onActButton } from "./listeners/press-act.ts";
import { onFileRequest, onReopen, onShowRequest, onStaffCommand } from "./listeners/staff.ts";
import { onActFormSent } from "./listeners/submit-act-form.ts";
import { onRequestFormSent } from "./listeners/submit-request-form.ts";
import {
  onApproval,
  onLeave,
  onPause,
  onPauseFormSent,
  onVolunteerCommand,
  onVolunteerFormSent,
} from "./listeners/volunteer.ts";
import { openProgrammeCopy } from "./programme-copy.ts";
import { requestsIn } from "./requests.ts";
import { openTransport } from "./transport.ts";
import { ACT_FORM } from "./views/act-form.ts";
import { REQUEST_FORM } from "./views/request-form.ts";
import { FILE_REQUEST, REOPEN, SHOW_REQUEST } from "./views/staff.ts";
import { LEAVE, PAUSE, PAUSE_FORM, VOLUNTEER_FORM } from "./views/volunteer-form.ts";

export type GatewaySettings = Read<typeof GATEWAY_SETTINGS>;

export interface GatewayParts {
  readonly settings: GatewaySettings;
  readonly client: Client;
  /** Where a line of the log goes. */
  readonly write: (line: string) => void;
}

export interface Gateway {
  /** Whether Slack can reach us at this moment. */
  isConnected(): boolean;
  /** Where Slack's requests arrive, when they come over HTTP. */
  readonly port?: number;
  /** Settles when forms can be shown. */
  readonly loaded: Promise<void>;
  /** Takes no new clicks, lets those under way be answered, and closes the socket. */
  stop(): Promise<void>;
}

/** Longer than Slack lets anybody wait, and short enough to answer in time. */
const LISTENER_CLIENT = { timeout: 2_500, retryConfig: { retries: 0 } };
/** What people do in Slack: each listener is one thing that somebody can do there. */
export async function startGateway({ settings, client, write }: GatewayParts): Promise<Gateway> {
  const logger = gatewayLog(write);
  const slackApiUrl = settings.SLACK_API_URL;
  const programme = await openProgrammeCopy(client, join(settings.DATA_DIR, "programme.json"), logger);
  const transport = openTransport(settings, logger);
  const app = new App({
    token: settings.SLACK_BOT_TOKEN,
    receiver: transport.receiver,
    logger,
    deferInitialization: true,
    clientOptions: { slackApiUrl, ...LISTENER_CLIENT },
  });
  const requests = requestsIn(client, logger);
  const underway = new Set<Promise<void>>();
  app.use(async ({ next }) => {
    const handled = next();
    underway.add(handled);
    await handled.finally(() => underway.delete(handled));
  });
  app.command("/mentor", answering(onMentorCommand({ open: openRequestForm(programme, requests), requests })));
  app.view(
    { callback_id: REQUEST_FORM, type: "view_submission" },
    answeringForm(onRequestFormSent(programme, requests)),
  );
  app.view({ callback_id: ACT_FORM, type: "view_submission" }, answeringForm(onActFormSent(programme, requests)));
  app.command("/mentor-requests", answering(onStaffCommand({ programme, requests })));
  app.action<BlockAction<ButtonAction>>(SHOW_REQUEST, answering(onShowRequest({ programme, requests })));
  app.action<BlockAction<ButtonAction>>(REOPEN, answering(onReopen({ programme, requests })));
  app.action<BlockAction<ButtonAction>>(FILE_REQUEST, answering(onFileRequest({ programme, requests })));
  const enrolling = { programme, enrolments: enrolmentsIn(client, logger) };
  app.command("/mentor-volunteer", answering(onVolunteerCommand(enrolling)));
  app.view({ callback_id: VOLUNTEER_FORM, type: "view_submission" }, answeringForm(onVolunteerFormSent(enrolling)));
  app.view({ callback_id: PAUSE_FORM, type: "view_submission" }, answeringForm(onPauseFormSent(enrolling)));
  app.action<BlockAction<ButtonAction>>(PAUSE, answering(onPause));
  app.action<BlockAction<ButtonAction>>(LEAVE, answering(onLeave(enrolling)));
  app.action<BlockAction<ButtonAction>>("approve-mentor", answering(onApproval(true, enrolling)));
  app.action<BlockAction<ButtonAction>>("decline-mentor", answering(onApproval(false, enrolling)));
  app.action<BlockAction<ButtonAction>>("claim", answering(onClaim(requests)));
  for (const act of ACTS.filter((name) => name !== "claim")) {
    app.action<BlockAction<ButtonAction>>(act, answering(onActButton(act, { programme, requests })));
  }

  app.event("app_home_opened", onHomeOpened({ programme, requests }));
  app.action<BlockAction<ButtonAction>>(ASK, answering(onAskButton(programme, requests)));
  app.event("message", onDirectMessage());
  app.action<BlockAction<ButtonAction>>(PASS_ON, answering(onPassOn(client, logger)));

  // What gets here is the failure of a listener whose event Slack was told of already: there is nobody to answer.
  app.error(async (error) => logger.error("an event could not be dealt with", error));

  await app.init();
  await transport.start(app);
  const stopped = new AbortController();
  const loaded = programme.untilLoaded(stopped.signal);
  return {
    loaded,
    isConnected: () => transport.isConnected(),
    ...(transport.port !== undefined && { port: transport.port }),
    async stop() {
      stopped.abort();
      await transport.stop(app);
      await Promise.allSettled(underway);
    },
  };
}
