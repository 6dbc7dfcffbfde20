import { parseArgs } from "node:util";

export const HELP = `npm start [-- options]: the whole programme on this machine, with Slack and Airtable simulated.

  --fresh                 begin anew; without it, everything goes on where it was
  --data DIR              the folder in which everything is kept (.data)
  --temporal-port PORT    of the Temporal server (7233)
  --ui-port PORT          of Temporal's web UI (8233)
  --slack-port PORT       of the Slack simulator (7301)
  --airtable-port PORT    of the Airtable simulator (7302)
  --help                  this text`;

export interface StartOptions {
  readonly fresh: boolean;
  readonly dataDir: string;
  readonly ports: { readonly [part in "temporal" | "temporalUi" | "slack" | "airtable"]: number };
}

/** What was typed behind `npm start --`. Throws one sentence when it cannot be carried out. */
export function readStartOptions(typed: readonly string[]): StartOptions | "help" {
  const { values } = parseArgs({
    args: [...typed],
    options: {
      fresh: { type: "boolean", default: false },
      data: { type: "string", default: ".data" },
      "temporal-port": { type: "string", default: "7233" },
      "ui-port": { type: "string", default: "8233" },
      "slack-port": { type: "string", default: "7301" },
      "airtable-port": { type: "string", default: "7302" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  if (values.data === "") throw new Error("--data takes a folder.");
  return {
    fresh: values.fresh,
    dataDir: values.data,
    ports: {
      temporal: port("--temporal-port", values["temporal-port"]),
      temporalUi: port("--ui-port", values["ui-port"]),
      slack: port("--slack-port", values["slack-port"]),
      airtable: port("--airtable-port", values["airtable-port"]),
    },
  };
}

function port(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new Error(`${option} takes a port from 1 to 65535, not "${text}".`);
}
