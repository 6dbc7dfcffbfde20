import { parseArgs } from "node:util";
import { openAirtable } from "../activities/airtable/airtable.ts";
import { openSlack } from "../activities/slack/slack.ts";
import { loadEnvFile } from "../config/load-env-file.ts";
import { readSettings } from "../config/read-settings.ts";
import { WORKER_SETTINGS } from "../config/settings.ts";
import { airtableOf } from "../worker/outside-of.ts";
import { checkAirtable, seedAirtable } from "./doctor/check-airtable.ts";
import { checkSlack } from "./doctor/check-slack.ts";
import { checkTemporal } from "./doctor/check-temporal.ts";
import type { Finding } from "./doctor/finding.ts";

const HELP = `npm run doctor: whether Temporal, Slack and Airtable are as Muster needs them, and what to do where they are not.

  -- --seed    first makes the tables and columns that Airtable lacks; nothing is ever changed or removed

It ends with exit code 0 only when all is well.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  loadEnvFile();
  const settings = readSettings(WORKER_SETTINGS, process.env);
  const airtable = openAirtable(airtableOf(settings));
  const slack = openSlack({ botToken: settings.SLACK_BOT_TOKEN, apiUrl: settings.SLACK_API_URL });
  const seeded = values.seed ? await seedAirtable(airtable) : [];
  if ("what" in seeded) report("Airtable", [seeded]);
  else for (const made of seeded) console.log(`Made ${made}.`);
  report("Temporal", await checkTemporal(settings));
  report(
    "Slack",
    await checkSlack(slack, { mentors: settings.SLACK_MENTORS_CHANNEL, coordinator: settings.SLACK_COORDINATOR }),
  );
  report("Airtable", await checkAirtable(airtable));
}

function report(part: string, findings: readonly Finding[]): void {
  if (findings.length === 0) {
    console.log(`${part}: all is well.`);
    return;
  }
  process.exitCode = 1;
  console.log(`${part}: ${findings.length === 1 ? "one thing is" : `${findings.length} things are`} not well.`);
  for (const { what, remedy } of findings) console.log(`  - ${what}\n    What to do: ${remedy}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
