import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { App, HTTPReceiver } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { expect, onTestFinished, test } from "vitest";
import type { SlackSimulator } from "../../../local/slack-simulator/slack-simulator.ts";
import { aWorkspace, SEED, SILENT } from "./a-workspace.ts";

const FORM: ModalView = {
  type: "modal",
  callback_id: "form",
  title: { type: "plain_text", text: "Form" },
  submit: { type: "plain_text", text: "Send" },
  blocks: [
    {
      type: "input",
      block_id: "topic",
      label: { type: "plain_text", text: "Topic" },
      element: { type: "plain_text_input", action_id: "topic" },
    },
  ],
};

/** A Bolt app that Slack reaches at an address, with this secret. */
async function anHttpApp(slack: SlackSimulator, signingSecret: string, configure: (app: App) => void): Promise<void> {
  const receiver = new HTTPReceiver({ signingSecret, logger: SILENT });
  const app = new App({
    token: SEED.app.botToken,
    receiver,
    logger: SILENT,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  configure(app);
  await app.init();
  const server = createServer(receiver.requestListener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  slack.setApp({ requestUrl: `http://127.0.0.1:${port}/slack/events` });
}

test("with a Request URL, commands, forms, presses and events arrive there, signed", async () => {
  const slack = await aWorkspace();
  await anHttpApp(slack, SEED.app.signingSecret, (app) => {
    app.command("/ask", async ({ ack, client, body }) => {
      await ack(`You said: ${body.text}`);
      await client.views.open({ trigger_id: body.trigger_id, view: FORM });
    });
    app.view("form", ({ ack }) => ack({ response_action: "errors", errors: { topic: "No." } }));
    app.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [{ type: "divider" }] } });
    });
  });
  const ann = slack.as("U1");

  expect(await ann.command("/ask", "ä & <b>")).toMatchObject({ acked: true, response: "You said: ä & <b>" });
  const form = await slack.when(() => slack.openViews("U1")[0]);
  expect(await ann.submit(form, { topic: "SQL" })).toMatchObject({ errors: { topic: "No." } });
  expect(await ann.opensHome()).toMatchObject({ acked: true });
  await slack.when(() => slack.home("U1"));

  expect(slack.ephemerals()).toMatchObject([{ text: "You said: ä & <b>", via: "ack" }]);
  expect(slack.problems).toEqual([]);
});

test("an app with another secret takes nothing", async () => {
  const slack = await aWorkspace({ ackWithinMs: 200 });
  await anHttpApp(slack, "another", (app) => app.command("/ask", ({ ack }) => ack()));

  expect(await slack.as("U1").command("/ask")).toMatchObject({ acked: false });
});
