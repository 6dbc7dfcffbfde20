import { expect, test } from "vitest";
import { anApp, aWorkspace } from "./a-workspace.ts";

const connected = (count: number, { socketCount }: { socketCount(): number }) =>
  expect.poll(socketCount, { timeout: 5_000, interval: 20 }).toBe(count);

test("with no app connected, a command is not sent at all", async () => {
  const slack = await aWorkspace();

  expect(await slack.as("U1").command("/ask")).toEqual({ sent: false, acked: false, attempts: 1 });
});

test("of several connections one gets each command, and all get some", async () => {
  const slack = await aWorkspace();
  const heard: string[] = [];
  for (const name of ["one", "two"]) {
    await anApp(slack, (app) =>
      app.command("/ask", async ({ ack }) => {
        heard.push(name);
        await ack();
      }),
    );
  }

  for (const _ of [1, 2, 3, 4]) await slack.as("U1").command("/ask");

  expect(heard.toSorted()).toEqual(["one", "one", "two", "two"]);
});

test("an app that does not acknowledge in time lets the person down", async () => {
  const slack = await aWorkspace({ ackWithinMs: 50 });
  await anApp(slack, (app) => app.command("/ask", async () => undefined));

  expect(await slack.as("U1").command("/ask")).toEqual({ sent: true, acked: false, attempts: 1 });
});

test.each(["refresh", "dead", "silent"] as const)(
  "the app comes back after a connection ends: %s",
  async (how) => {
    const slack = await aWorkspace({ ackWithinMs: 1_000 });
    await anApp(slack, (app) => app.command("/ask", async ({ ack }) => ack()));

    slack.disconnectSockets(how);
    const meanwhile = await slack.as("U1").command("/ask");
    await expect
      .poll(() => slack.calls.filter(({ method }) => method === "apps.connections.open").length, { timeout: 15_000 })
      .toBe(2);
    await connected(1, slack);

    expect(meanwhile.acked).toBe(false);
    expect(await slack.as("U1").command("/ask")).toMatchObject({ acked: true });
  },
  20_000,
);

test("an event that nobody acknowledges comes again, commands do not", async () => {
  const slack = await aWorkspace({ ackWithinMs: 1_000, eventRetriesAfterMs: [0] });
  const heard: unknown[] = [];
  await anApp(slack, (app) => {
    app.event("app_home_opened", async ({ body, context }) => {
      heard.push([body.event_id, context.retryNum]);
    });
    app.command("/ask", async ({ ack }) => ack());
  });
  slack.faults.add({ on: "socket", does: { kind: "unavailable-after" }, times: 1 });

  const delivery = await slack.as("U1").opensHome();

  expect(delivery).toMatchObject({ acked: true, attempts: 2 });
  expect(heard).toEqual([
    [expect.stringMatching(/^Ev/), 0],
    [expect.stringMatching(/^Ev/), 1],
  ]);
  slack.faults.add({ on: "socket", does: { kind: "hang" }, times: 1 });
  expect(await slack.as("U1").command("/ask")).toMatchObject({ acked: false, attempts: 1 });
});

test("an event that the app does not subscribe to is not sent", async () => {
  const slack = await aWorkspace();
  await anApp(slack, () => undefined);
  slack.setApp({ events: [] });

  expect(await slack.as("U1").opensHome()).toMatchObject({ sent: false });
  expect(await slack.as("U1").writes("C1", "hello")).toMatchObject({ sent: false });
});

test("what Bob writes to the app and to a channel reaches it", async () => {
  const slack = await aWorkspace();
  const heard: unknown[] = [];
  await anApp(slack, (app) => app.message(async ({ message }) => void heard.push(message)));

  await slack.as("U2").writes(slack.dmId("U2"), "hello");
  await slack.as("U2").writes("C1", "all");

  await expect
    .poll(() => heard)
    .toMatchObject([
      { user: "U2", text: "hello", channel_type: "im" },
      { user: "U2", text: "all", channel_type: "channel" },
    ]);
  expect(slack.dm("U2")).toMatchObject([{ text: "hello", user: "U2" }]);
});

test("a delivery can come twice, with the same ids", async () => {
  const slack = await aWorkspace();
  const heard: (string | undefined)[] = [];
  await anApp(slack, (app) =>
    app.command("/ask", async ({ ack, body }) => {
      heard.push(body.trigger_id);
      await ack();
    }),
  );

  const delivery = await slack.as("U1").command("/ask", "", "C1", { times: 2 });

  expect(delivery).toMatchObject({ acked: true, duplicates: [{ acked: true }] });
  expect(heard).toHaveLength(2);
  expect(new Set(heard).size).toBe(1);
});

test("a delivery can be held back until it is too late, and still arrives", async () => {
  const slack = await aWorkspace({ ackWithinMs: 50 });
  await anApp(slack, (app) =>
    app.command("/ask", async ({ ack, client }) => {
      await ack();
      await client.chat.postMessage({ channel: "C1", text: "here" });
    }),
  );

  const release = slack.holdDeliveries();
  expect(await slack.as("U1").command("/ask")).toMatchObject({ acked: false });
  expect(slack.messages("C1")).toEqual([]);
  release();

  await slack.when(() => slack.messages("C1")[0]);
});

test("a connection can break right after a command was sent", async () => {
  const slack = await aWorkspace({ ackWithinMs: 1_000 });
  const heard: string[] = [];
  await anApp(slack, (app) =>
    app.command("/ask", async ({ body, ack }) => {
      heard.push(body.command);
      await ack();
    }),
  );
  slack.faults.add({ on: "socket", does: { kind: "dropped-after" }, times: 1 });

  expect(await slack.as("U1").command("/ask")).toMatchObject({ sent: true, acked: false });
  expect(heard).toEqual(["/ask"]);
  await connected(1, slack);
  expect(await slack.as("U1").command("/ask")).toMatchObject({ acked: true });
});

test("a forged payload is delivered as it is", async () => {
  const slack = await aWorkspace();
  const heard: unknown[] = [];
  await anApp(slack, (app) =>
    app.command("/ask", async ({ body, ack }) => {
      heard.push(body.user_id);
      await ack();
    }),
  );
  const mallory = slack.as("U2");

  await mallory.command("/ask", "", "C1", { forge: (payload) => ({ ...payload, user_id: "U1" }) });
  await mallory.deliver({ command: "/ask", user_id: 7, team_id: "T1" }, "slash_commands");

  expect(heard).toEqual(["U1", 7]);
});
