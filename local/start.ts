import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beginAnew } from "./begin-anew.ts";
import { watchForInterruption } from "./interruption.ts";
import { type OneMachine, startOneMachine } from "./one-machine.ts";
import { startPlayground } from "./playground/playground.ts";
import { quietTemporal } from "./quiet-temporal.ts";
import { HELP, readStartOptions } from "./start-options.ts";
import { ensureFree } from "./temporal/free-port.ts";
import { elapsedSince } from "./temporal/progress.ts";

/** `npm start`: the whole programme on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  if (options === "help") return console.log(HELP);
  const { fresh, dataDir, playgroundPort, ports } = options;
  const watch = watchForInterruption();
  quietTemporal();
  if (fresh) await beginAnew(dataDir, console.log);
  if (playgroundPort) await ensureFree(playgroundPort, "the playground (--port)");
  const machine = await startOneMachine({ progress: console.log, dataDir, ports, log: console.log });
  const { temporal, slack, airtable, env } = machine;
  const playground = await startPlayground(machine, { port: playgroundPort });
  // For the operator's commands, which run in processes of their own.
  const settings = Object.entries(env).map(([name, value]) => `${name}='${value}'\n`);
  await writeFile(join(dataDir, "settings.env"), settings);
  console.log(
    `Ready after ${elapsedSince(0)}: Playground ${playground.url} · Temporal UI ${temporal.uiUrl} · Temporal ${temporal.address} · Slack ${slack.url} · Airtable ${airtable.url}`,
  );
  try {
    await untilStopped(machine, watch.interrupted());
    console.log("Stopping…");
  } finally {
    await playground.close();
    await machine.stop();
  }
}

/** Resolves when somebody wants it to stop; rejects when a part of it has ended by itself. */
async function untilStopped({ temporal, workerFailed }: OneMachine, interrupted: Promise<void>): Promise<void> {
  const serverEnded = temporal.ended.then(() => {
    throw new Error(`The Temporal server has ended by itself; the rest was stopped. Its log is ${temporal.log}.`);
  });
  await Promise.race([interrupted, workerFailed, serverEnded]);
}

main().then(
  // Not left to end by itself: a call that the Temporal client would try again later fails once the connection is closed.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
