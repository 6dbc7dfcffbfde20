import { parseArgs } from "node:util";

export const HELP = `npm start [-- options]: the whole programme on this machine, with Slack and Airtable simulated.

  --fresh                 begin anew; without it, everything goes on where it was
  --data DIR              the folder in which everything is kept (.data)
  --port PORT             of the playground, where all of it can be tried in a browser (7300; 0: a free one)
  --temporal-port PORT    of the Temporal server (7233)
  --ui-port PORT          of Temporal's web UI (8233)
  --slack-port PORT       of the Slack simulator (7301)
  --airtable-port PORT    of the Airtable simulator (7302)
  --help                  this text`;

export interface StartOptions {
  readonly fresh: boolean;
  readonly dataDir: string;
  readonly playgroundPort: number;
  readonly ports: { readonly [part in "temporal" | "temporalUi" | "slack" | "airtable"]: number };
}

/** What was typed behind `npm start --`. Throws one sentence when it cannot be carried out. */
export function readStartOptions(typed: readonly string[]): StartOptions | "help" {
  const { values } = parseArgs({
    args: [...typed],
    options: {
      fresh: { type: "boolean", default: false },
      data: { type: "string", default: ".data" },
      port: { type: "string", default: "7300" },
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
    playgroundPort: values.port === "0" ? 0 : port("--port", values.port),
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
