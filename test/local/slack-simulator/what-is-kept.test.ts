import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startSlackSimulator } from "../../../local/slack-simulator/slack-simulator.ts";
import { aClient, anApp, aWorkspace, SEED } from "./a-workspace.ts";

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "slack-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const BUTTON = { type: "button" as const, action_id: "go", text: { type: "plain_text" as const, text: "Go" } };

test("after a restart everything is where it was, and nothing new collides with it", async () => {
  const folder = await aFolder();
  const options = { seed: SEED, stateFile: join(folder, "slack.json"), now: () => 1_780_000_000_000 };
  const before = await startSlackSimulator(options);
  await anApp(before, (app) =>
    app.command("/ask", async ({ ack, client, body }) => {
      await ack("thinking");
      await client.views.open({
        trigger_id: body.trigger_id,
        view: { type: "modal", title: { type: "plain_text", text: "Form" }, blocks: [{ type: "divider" }] },
      });
    }),
  );
  const client = aClient(before);
  const metadata = { event_type: "request", event_payload: { id: "r1" } };
  await client.chat.postMessage({
    channel: "C1",
    text: "one",
    metadata,
    blocks: [{ type: "actions", elements: [BUTTON] }],
  });
  await client.chat.postMessage({ channel: "U1", text: "for you" });
  await client.views.publish({ user_id: "U1", view: { type: "home", blocks: [{ type: "divider" }] } });
  await client.conversations.invite({ channel: "C3", users: "U1" });
  await before.as("U1").command("/ask");
  await before.when(() => before.openViews("U1")[0]);
  before.setUser("U2", { deactivated: true });
  await before.close();

  const after = await aWorkspace(options);

  for (const look of ["messages", "dm", "home", "openViews", "channel"] as const) {
    for (const id of ["C1", "C3", "U1"]) expect(after[look](id), `${look} ${id}`).toEqual(before[look](id));
  }
  expect(after.ephemerals()).toEqual(before.ephemerals());
  expect(after.users()).toEqual(before.users());
  const { ts = "" } = await aClient(after).chat.postMessage({ channel: "U1", text: "more" });
  expect(after.dm("U1").map(({ text }) => text)).toEqual(["for you", "more"]);
  expect(ts > (before.dm("U1")[0]?.ts ?? "")).toBe(true);
  expect(await readdir(folder)).toEqual(["slack.json"]);
});

test("a message that was answered for is on disk, even if the simulator dies at once", async () => {
  const stateFile = join(await aFolder(), "slack.json");
  const dying = await aWorkspace({ stateFile });
  const texts = Array.from({ length: 10 }, (_, n) => `${n}`);

  await Promise.all(texts.map((text) => aClient(dying).chat.postMessage({ channel: "C1", text })));
  const after = await aWorkspace({ stateFile });

  expect(
    after
      .messages("C1")
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(texts);
});
