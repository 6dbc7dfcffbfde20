import { parseArgs } from "node:util";
import { openSlack } from "../activities/slack/slack.ts";
import { loadEnvFile } from "../config/load-env-file.ts";
import { readSettings } from "../config/read-settings.ts";
import { WORKER_SETTINGS } from "../config/settings.ts";
import { connectOperator } from "./connect.ts";
import { emailOf } from "./forget/email-of.ts";
import { forgetInRecords } from "./forget/forget-in-records.ts";
import { forgetInTemporal, openEnrolmentOf, openRequestsOf } from "./forget/forget-in-temporal.ts";
import { memberCalled } from "./forget/member-called.ts";
import { openRecords } from "./open-records.ts";
import { openRequestIds } from "./policy/open-requests.ts";

const HELP = `npm run forget -- @member: takes a person out of the records and out of Temporal, by their Slack name or id.

  -- @member          says what would be done
  -- @member --yes    does it; it cannot be undone

Their requests stay as rows without a person and without words, so that figures stay right. Open requests are left
alone: close theirs first; those of other people that mention them are named.`;

const REMAINS = `What remains, and where:
  - messages in Slack: a workspace admin removes them there
  - Airtable's revision history, trash and snapshots: in the base's own pages, for as long as your plan keeps them
  - their Slack id in closed requests of other people, whose mentor they were or where they are mentioned: 90 days in
    Temporal; from there it is never written into the records again
  - a row of Mentors without their Slack id and with another address than the one in their profile in Slack, or of
    somebody whose address Slack does not tell any more; what a coordinator wrote into \`Closed Because\`; and columns
    of your own: in the base
  - questions that they passed on to the coordinator, and requests of theirs that staff typed by hand: 90 days in the
    histories of the workflows \`programme\` and \`reconcileRecords\`
  - the figures on the Home tab are read anew; how they were before stays for 90 days in the history of the workflow
    \`programme\`, and in the gateway's copy (DATA_DIR) until somebody opens a form or the Home tab
  - backups and exports that you made`;

const ONCE_CLOSED = "They write it again as long as they run: do this again when they are closed.";
const TO_CLOSE =
  "Close the requests, and decline an enrolment that waits for a word; one that was decided on ends within ten minutes. Then do this again.";

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { yes: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  const [who] = positionals;
  if (values.help || who === undefined) return console.log(HELP);
  loadEnvFile();
  const settings = readSettings(WORKER_SETTINGS, process.env);
  const slack = openSlack({ botToken: settings.SLACK_BOT_TOKEN, apiUrl: settings.SLACK_API_URL });
  const member = await memberCalled(slack, who);
  const client = await connectOperator();
  const theirs = await openRequestsOf(client, member);
  const open = await openRequestIds(client);
  const mode = values.yes ? "do" : "say";
  const email = await emailOf(slack, member);
  const records = await forgetInRecords(openRecords(), { member, email, open, mode });
  const closed = await forgetInTemporal(client, { member, namespace: settings.TEMPORAL_NAMESPACE, mode });
  console.log(`${member}: ${values.yes ? "done" : "this would be done"}:`);
  console.log(`  - in Airtable: ${records.done.join(", ") || "nothing is there"}`);
  console.log(`  - in Temporal: ${closed} closed ${closed === 1 ? "workflow" : "workflows"} deleted`);
  const stillOpen = [...theirs, ...(await openEnrolmentOf(client, member))];
  if (stillOpen.length > 0) console.log(`Left alone, since they are open: ${stillOpen.join(", ")}. ${TO_CLOSE}`);
  const others = records.leftAlone.filter((request) => !theirs.includes(request));
  if (others.length > 0)
    console.log(`Their Slack id stays in open requests of other people: ${others.join(", ")}. ${ONCE_CLOSED}`);
  console.log(values.yes ? REMAINS : "Nothing was changed; --yes does it.");
  await client.connection.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
