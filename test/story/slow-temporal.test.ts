import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { expect } from "vitest";
import { readSettings } from "../../config/read-settings.ts";
import { GATEWAY_SETTINGS } from "../../config/settings.ts";
import { startGateway } from "../../slack-gateway/create-gateway.ts";
import { type Story, story } from "./story.ts";

const SLOW_MS = 2_000;
const SLACK_WAITS_MS = 3_000;

/** A way to the Temporal server on which everything takes two seconds from the moment `slow` is set. */
async function detour(address: string) {
  const [host = "", port = ""] = address.split(":");
  const way = { slow: false };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => {
        if (way.slow) setTimeout(() => to.write(chunk), SLOW_MS / 2);
        else to.write(chunk);
      });
      from.on("close", () => to.destroy());
      from.on("error", () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    way,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function overTheDetour(s: Story, tell: (way: { slow: boolean }) => Promise<void>): Promise<void> {
  const { machine } = s;
  const road = await detour(machine.temporal.address);
  const folder = await mkdtemp(join(tmpdir(), "muster-slow-"));
  const connection = await Connection.connect({ address: road.address });
  await machine.gateway.stop();
  const settings = readSettings(GATEWAY_SETTINGS, { ...machine.env, DATA_DIR: folder });
  const gateway = await startGateway({ settings, client: new Client({ connection }), write: () => undefined });
  try {
    await gateway.loaded;
    await tell(road.way);
  } finally {
    road.way.slow = false;
    await gateway.stop();
    await connection.close();
    road.close();
    await rm(folder, { recursive: true });
  }
}

story("every command, button and form is answered within three seconds while Temporal takes two", async (s) => {
  const [bob, ada, cora] = [s.person("bob"), s.person("ada"), s.person("cora")];
  const { slack } = s.machine;
  await overTheDetour(s, async (way) => {
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    const receipt = await bob.receives("we have your request");
    for (const view of slack.openViews(bob.id)) await bob.slack.close(view);

    way.slow = true;
    const form = await bob.opensForm();
    const wish = {
      service: "Mock interview",
      skills: ["Java"],
      details: "I have an interview on Friday, and nobody to practise with.",
    };
    const inTime = [
      await bob.slack.command("/mentor", "status"),
      await bob.slack.command("/mentor", "help"),
      await cora.slack.command("/mentor-requests"),
      await ada.slack.command("/mentor-volunteer"),
      await bob.slack.submit(form, wish),
      await bob.slack.press({ channel: receipt.channel, ts: receipt.ts }, "withdraw"),
      await ada.claims(),
    ];
    for (const delivery of inTime) {
      expect(delivery.acked).toBe(true);
      expect(delivery.ackMs).toBeLessThan(SLACK_WAITS_MS);
    }
    expect(inTime[4]?.errors ?? inTime[4]?.response).toBeDefined();
  });
  s.heard.allIsSaid();
});

story("a closed request opens, and is opened again, while Temporal takes two seconds", async (s) => {
  const [bob, cora] = [s.person("bob"), s.person("cora")];
  const { slack } = s.machine;
  await overTheDetour(s, async (way) => {
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await bob.presses("withdraw");
    await bob.isShown("Your request is withdrawn");
    await s.isListed(`WorkflowId = "${s.requestId()}" AND RequestStatus = "closed"`);
    await cora.slack.command("/mentor-requests");
    const holds = (what: string) =>
      slack.when(() => slack.openViews(cora.id).find(({ blocks }) => JSON.stringify(blocks).includes(what)), {
        for: what,
        withinMs: 15_000,
      });
    const list = await holds("show-request");

    way.slow = true;
    await cora.slack.press({ id: list.id }, "show-request");
    const shown = await holds("What happened");
    await cora.slack.press({ id: shown.id }, "reopen");
    const form = await slack.when(
      () => slack.openViews(cora.id).find(({ callback_id }) => callback_id === "reopen-form"),
      { for: "the form to open" },
    );
    await cora.slack.submit(form, { why: "" });
    await holds("It is open again");
    way.slow = false;
    await s.channelShows("asks for a mentor");
    await bob.receives(`<@${cora.id}> has asked for a mentor for you`);
  });
  s.heard.allIsSaid();
});
