import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { Client, Connection } from "@temporalio/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isRequestId } from "../../domain/ids.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { readStartOptions } from "../../local/start-options.ts";
import { REQUEST_QUERY } from "../../workflows/contract.ts";
import { runCommand } from "../operator/run-command.ts";
import { eventually } from "../story/story.ts";
import { FromOutside } from "./from-outside.ts";
import { freePorts, isRunning, type Ports, StartProcess } from "./start-process.ts";

const A_PROCESS = { timeout: 120_000 };

let folder: string;
let ports: Ports;
let started: StartProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "muster-start-"));
  ports = await freePorts();
  started = [];
});
afterEach(async () => {
  for (const process of started) await process.clearAway();
  await rm(folder, { recursive: true });
});

function npmStart(...more: readonly string[]): StartProcess {
  const process = new StartProcess(folder, ports, ...more);
  started.push(process);
  return process;
}

/** The state of the one request that there is. */
async function theRequest(): Promise<MentorRequest> {
  const connection = await Connection.connect({ address: `127.0.0.1:${ports.temporal}` });
  try {
    const { workflow } = new Client({ connection });
    const requests: string[] = [];
    for await (const { workflowId } of workflow.list()) requests.push(workflowId);
    const [id = "there is none"] = requests.filter(isRequestId);
    return await workflow.getHandle(id).query<MentorRequest>(REQUEST_QUERY);
  } finally {
    await connection.close();
  }
}

async function aRequestIsWaiting(bob: FromOutside, ada: FromOutside) {
  await bob.does("command", { command: "/mentor" });
  const form = await eventually(async () => (await bob.sees()).views.at(-1), "the form");
  const filling = { service: "Code review", skills: ["SQL"], details: "I am stuck with my first real query." };
  await bob.does("submit", { view: form.id, filling });
  return theCard(ada);
}

function theCard(ada: FromOutside) {
  return eventually(
    async () =>
      (await ada.messages(LOCAL.mentorsChannel)).find(({ blocks }) => JSON.stringify(blocks).includes('"claim"')),
    "the card",
    20_000,
  );
}

test("killed with everything while a request waits, and started again, its button works", A_PROCESS, async () => {
  const [bob, ada] = [new FromOutside(ports.slack, "U0BOB"), new FromOutside(ports.slack, "U0ADA")];
  const first = npmStart();
  expect(await first.ready()).toContain(`Slack http://127.0.0.1:${ports.slack}`);
  await aRequestIsWaiting(bob, ada);
  await first.powerCut();

  const second = npmStart();
  const seconds = Number(/^Ready after (\d+) s:/.exec(await second.ready())?.[1]);
  expect(seconds).toBeLessThan(60);
  expect((await theRequest()).standing.status).toBe("waiting");
  const { channel, ts } = await theCard(ada);
  await ada.does("press", { channel, ts, action: "claim" });

  await eventually(
    async () => (await bob.directMessages()).find(({ text }) => text.includes("<@U0ADA> will be your mentor")),
    "bob to hear who it is",
    20_000,
  );
  expect((await theRequest()).standing).toMatchObject({ status: "claimed", by: "U0ADA" });
  const cards = (await ada.messages(LOCAL.mentorsChannel)).filter(({ text }) => text.includes("asks for a mentor"));
  expect(cards.map(({ ts: card }) => card)).toEqual([ts]);
  expect(second.output).not.toContain("INFO");
  const server = await second.serverPid();
  expect(await second.ctrlC()).toBe(0);
  expect([second.isRunning(), isRunning(server)]).toEqual([false, false]);
});

test("--fresh begins anew, also when the last run left its server behind", A_PROCESS, async () => {
  await writeFile(join(folder, "somebody-elses.txt"), "keep me");
  const first = npmStart();
  await first.ready();
  await aRequestIsWaiting(new FromOutside(ports.slack, "U0BOB"), new FromOutside(ports.slack, "U0ADA"));
  const orphan = await first.serverPid();
  await first.kill();

  const second = npmStart("--fresh");
  await second.ready();

  expect(isRunning(orphan)).toBe(false);
  await expect(theRequest()).rejects.toThrow("there is none");
  expect(await new FromOutside(ports.slack, "U0ADA").messages(LOCAL.mentorsChannel)).toEqual([]);
  expect(await readdir(folder)).toContain("somebody-elses.txt");
  expect(await second.ctrlC()).toBe(0);
});

test("what is running already is said plainly, and left alone; the commands run on it", A_PROCESS, async () => {
  const first = npmStart();
  await first.ready();

  const second = npmStart();
  expect(await second.ended()).toBe(1);
  expect(second.output).toMatch(/Process \d+ is running with .*temporal\.db already\. End that one first\./);
  const fresh = npmStart("--fresh");
  expect(await fresh.ended()).toBe(1);
  expect(fresh.output).toMatch(/Process \d+ is running with .* already/);

  expect((await new FromOutside(ports.slack, "U0ADA").sees()).user.name).toBe("ada");

  const env = parseEnv(await readFile(join(folder, "settings.env"), "utf8")) as Record<string, string>;
  const doctor = await runCommand("doctor.ts", [], env);
  expect(doctor).toMatchObject({ code: 0, out: expect.stringContaining("Slack") });
  expect(await first.ctrlC()).toBe(0);
});

test("a taken port is said plainly, and nothing is left running", A_PROCESS, async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(ports.slack, "127.0.0.1", resolve));
  try {
    const start = npmStart();
    expect(await start.ended()).toBe(1);
    expect(start.output).toContain(`Port ${ports.slack}, for the Slack simulator, is taken`);
    await expect(start.serverPid()).rejects.toThrow("ENOENT");
  } finally {
    other.close();
  }
});

describe("it is refused", () => {
  test.each([
    ["a port that is none", ["--slack-port", "70000"], '--slack-port takes a port from 1 to 65535, not "70000".'],
    ["an option that there is not", ["--stale"], "Unknown option '--stale'"],
    ["no folder", ["--data", ""], "--data takes a folder."],
  ])("%s", (_what, typed, sentence) => {
    expect(() => readStartOptions(typed)).toThrow(sentence);
  });
});
