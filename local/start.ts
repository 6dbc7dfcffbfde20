import { beginAnew } from "./begin-anew.ts";
import { watchForInterruption } from "./interruption.ts";
import { type OneMachine, startOneMachine } from "./one-machine.ts";
import { quietTemporal } from "./quiet-temporal.ts";
import { HELP, readStartOptions } from "./start-options.ts";
import { elapsedSince } from "./temporal/progress.ts";

/** `npm start`: the whole programme on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  if (options === "help") return console.log(HELP);
  const { fresh, dataDir, ports } = options;
  const watch = watchForInterruption();
  quietTemporal();
  if (fresh) await beginAnew(dataDir, console.log);
  const machine = await startOneMachine({ progress: console.log, dataDir, ports, log: console.log });
  const { temporal, slack, airtable } = machine;
  console.log(
    `Ready after ${elapsedSince(0)}: Temporal UI ${temporal.uiUrl} · Temporal ${temporal.address} · Slack ${slack.url} · Airtable ${airtable.url}`,
  );
  try {
    await untilStopped(machine, watch.interrupted());
    console.log("Stopping…");
  } finally {
    await machine.stop();
  }
}

/** Resolves when somebody wants it to stop; rejects when a part of it has ended by itself. */
async function untilStopped({ temporal, worker }: OneMachine, interrupted: Promise<void>): Promise<void> {
  const serverEnded = temporal.ended.then(() => {
    throw new Error(`The Temporal server has ended by itself; the rest was stopped. Its log is ${temporal.log}.`);
  });
  // The worker hears of a Ctrl-C as well, and may have ended in order before we know.
  await Promise.race([interrupted, worker.ended, serverEnded]);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
