import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { startProgramme } from "../../worker/start-programme.ts";
import { PROGRAMME_ID, PROGRAMME_QUERY, type ProgrammeState } from "../../workflows/contract.ts";
import { eventually, type Story, story } from "./story.ts";

const DAY = 86_400_000;

/** Ten requests of the last months, claimed after one to ten days. */
function past({ machine: { airtable } }: Story): void {
  const table = (name: string) => airtable.table(LOCAL.airtableBase, name);
  const skill = table("Skillsets").rows()[0]?.id;
  for (let days = 1; days <= 10; days++) {
    const opened = Date.now() - (days + 15) * DAY;
    const id = `request-past-${days}`;
    table("Mentor Requests").insert({
      "Request ID": id,
      "Mentee Slack ID": "U0BOB",
      Skillsets: [skill],
      Status: "closed",
      "Requested At": new Date(opened).toISOString(),
      "Steps Done": "post, receipt, bump-1",
    });
    table("Pairings").insert({
      "Pairing ID": `${id} 1`,
      "Request ID": id,
      "Mentee Slack ID": "U0BOB",
      "Mentor Slack ID": "U0ADA",
      From: new Date(opened + days * DAY).toISOString(),
      "How It Ended": "closed",
    });
  }
}

/** As after a week in which nobody looked. */
async function figuresAreReadAgain({ machine }: Story): Promise<void> {
  const handle = machine.client.workflow.getHandle(PROGRAMME_ID);
  const { people } = await handle.query<ProgrammeState>(PROGRAMME_QUERY);
  await handle.terminate();
  await startProgramme(machine.client, people);
  await eventually(async () => {
    const { insights } = await machine.client.workflow.getHandle(PROGRAMME_ID).query<ProgrammeState>(PROGRAMME_QUERY);
    return insights;
  }, "the figures to be read");
  await machine.gateway.stop();
  const { loaded } = await machine.startGateway();
  await loaded;
}

story("the form says how long it usually takes, and coordinators find the figures on their Home tab", async (s) => {
  const { slack } = s.machine;
  const [bob, cora, ada] = [s.person("bob"), s.person("cora"), s.person("ada")];
  const shown = (view: { readonly id: string }) =>
    JSON.stringify(slack.openViews(bob.id).find(({ id }) => id === view.id)?.blocks);
  const form = await bob.opensForm();
  expect(shown(form)).toContain("Mentors are volunteers");
  await bob.slack.close(form);

  past(s);
  await figuresAreReadAgain(s);
  expect(shown(await bob.opensForm())).toContain("Mentors usually take a request within 8 days.");

  await cora.slack.opensHome();
  const home = await slack.when(() => {
    const blocks = JSON.stringify(slack.home(cora.id)?.blocks ?? []);
    return blocks.includes("The last 90 days") && blocks;
  });
  for (const line of [
    "10 asked for, 0 open then",
    "10 taken by a mentor; half of them within 5 days, nine of ten within 9 days",
    "Needed a bump: 100 %, the coordinator: 0 %",
    "<@U0BOB> (10)",
    "<@U0BOB> with Ada Petrov: closed",
  ]) {
    expect(home).toContain(line);
  }

  await ada.slack.opensHome();
  await slack.when(() => slack.home(ada.id));
  expect(JSON.stringify(slack.home(ada.id)?.blocks)).not.toContain("The last 90 days");
});
