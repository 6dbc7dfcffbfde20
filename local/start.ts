import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startOneMachine } from "./one-machine.ts";
import { elapsedSince } from "./temporal/progress.ts";

const DATA_DIR = ".data";

const HELP = `npm start [-- options]: the whole programme on this machine, with Slack and Airtable simulated.

  --fresh                 begin anew; without it, everything goes on where it was
  --temporal-port PORT    of the Temporal server (7233)
  --ui-port PORT          of Temporal's web UI (8233)
  --slack-port PORT       of the Slack simulator (7301)
  --airtable-port PORT    of the Airtable simulator (7302)
  --help                  this text`;

const { values } = parseArgs({
  options: {
    fresh: { type: "boolean", default: false },
    "temporal-port": { type: "string", default: "7233" },
    "ui-port": { type: "string", default: "8233" },
    "slack-port": { type: "string", default: "7301" },
    "airtable-port": { type: "string", default: "7302" },
    help: { type: "boolean", default: false },
  },
});

function port(name: "temporal-port" | "ui-port" | "slack-port" | "airtable-port"): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new Error(`--${name} takes a port from 1 to 65535, not "${values[name]}".`);
}

async function start(): Promise<void> {
  const began = performance.now();
  if (values.fresh) await rm(DATA_DIR, { recursive: true, force: true });
  const machine = await startOneMachine({
    progress: console.log,
    dataDir: DATA_DIR,
    ports: {
      temporal: port("temporal-port"),
      temporalUi: port("ui-port"),
      slack: port("slack-port"),
      airtable: port("airtable-port"),
    },
    log: console.log,
  });
  console.log(
    `Ready after ${elapsedSince(began)}: Temporal UI ${machine.temporal.uiUrl} · Temporal ${machine.temporal.address} · Slack ${machine.slack.url} · Airtable ${machine.airtable.url}`,
  );
  const why = await stopAsked(machine.temporal.ended, machine.worker.ended);
  console.log(why);
  await machine.stop();
}

/** Resolves with what to say when it is time to stop. */
function stopAsked(temporalEnded: Promise<void>, workerEnded: Promise<void>): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve("Stopping…"));
    const failed = (what: string) => () => {
      process.exitCode = 1;
      resolve(`${what} has ended by itself; stopping the rest. Its log is in ${DATA_DIR}.`);
    };
    void temporalEnded.then(failed("The Temporal server"));
    workerEnded.then(() => resolve("Stopping…"), failed("The worker"));
  });
}

if (values.help) console.log(HELP);
else {
  start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
