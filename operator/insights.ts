import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { readMentors } from "../activities/airtable/mentors.ts";
import { readCatalogue } from "../activities/airtable/read-catalogue.ts";
import { readFigures } from "../activities/airtable/read-figures.ts";
import { DAY } from "../domain/duration.ts";
import { insightsOf } from "../domain/insights.ts";
import { asPage } from "./insights/as-page.ts";
import { asText } from "./insights/as-text.ts";
import { openRecords } from "./open-records.ts";

const HELP = `npm run insights: what the programme does, in figures, from Airtable.

  -- --since 90d    requests of the last so many days; 90 when absent
     --json         the figures as JSON, and no page
     --page FILE    where the page with the charts goes; .data/insights.html when absent`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      since: { type: "string", default: "90d" },
      json: { type: "boolean", default: false },
      page: { type: "string", default: ".data/insights.html" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const [, days] = /^(\d{1,5})d$/.exec(values.since) ?? [];
  if (!days) throw new Error(`--since takes a number of days, such as 90d; it was "${values.since}".`);
  const now = Date.now();
  const since = now - Number(days) * DAY;
  const base = openRecords();
  const { mentors } = await readMentors(base);
  const { skills } = await readCatalogue({ base })();
  const insights = insightsOf(await readFigures(base, since, { mentors, skills }), since, now);
  if (values.json) return console.log(JSON.stringify(insights, undefined, 2));
  console.log(asText(insights));
  await mkdir(dirname(values.page), { recursive: true });
  await writeFile(values.page, asPage(insights, new Date(since).toISOString().slice(0, 10)), { mode: 0o600 });
  console.log(`\nThe same with charts, for a browser: ${values.page}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
