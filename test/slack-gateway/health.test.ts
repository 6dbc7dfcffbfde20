import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { settingsFor } from "../../local/settings-for.ts";
import { aSlack } from "../activities/slack/a-slack.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The gateway as a process of its own, with no Temporal at hand; the address of its health. */
async function startGatewayProcess(slackApi: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "muster-gateway-"));
  const nowhere = { temporal: "127.0.0.1:9", temporalUi: "http://127.0.0.1:9", airtable: "http://127.0.0.1:9" };
  const env = { ...process.env, ...settingsFor({ ...nowhere, slackApi }), DATA_DIR: folder, HEALTH_PORT: "0" };
  const child = spawn(process.execPath, ["--import", "tsx", "slack-gateway/main.ts"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exit = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exit;
    await rm(folder, { recursive: true });
  });
  return `http://127.0.0.1:${await healthPortOf(child)}/healthz`;
}

async function healthPortOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("It has no output.");
  for await (const line of createInterface({ input: stdout })) {
    const [, port] = /its health is on port (\d+)/.exec(line) ?? [];
    if (port) return port;
  }
  throw new Error("The gateway ended before it was ready.");
}

const NEVER_READ = { what: "the services, skill sets and affiliations", isStale: true };

test("the gateway's health says whether the socket to Slack is connected, and how old its copies are", {
  timeout: 90_000,
}, async () => {
  const { slack } = await aSlack();
  const health = await startGatewayProcess(slack.apiUrl);
  const answer = async () => {
    const answered = await fetch(health);
    return [answered.status, await answered.json()];
  };
  const says = (status: number, connection: string) =>
    expect.poll(answer, { timeout: 30_000 }).toEqual([status, { slack: connection, copies: [NEVER_READ] }]);
  await says(200, "connected");

  const back = slack.faults.add({ on: "apps.connections.open", does: { kind: "unavailable" } });
  slack.disconnectSockets("dead");
  await says(503, "not connected");

  back();
  await says(200, "connected");
});
