import { expect } from "vitest";
import { isRecorded, reconcile } from "./reconciled.ts";
import { type Story, story } from "./story.ts";

const DAYS = 31;

/** What `doing` asks of Airtable. */
async function callsOf({ machine }: Story, doing: () => Promise<unknown>): Promise<readonly string[]> {
  const before = machine.airtable.calls.length;
  await doing();
  return machine.airtable.calls.slice(before).map(({ method, table }) => `${method} ${table}`);
}

async function isAskedAndClaimed(s: Story, skill: string): Promise<void> {
  const [bob, ada] = [s.person("carla"), s.person("ada")];
  await bob.asksForHelpWith(skill);
  await s.channelShows(skill);
  await bob.receives("we have your request");
  await isRecorded(s.machine, s.requestId());
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  await s.settles();
  await isRecorded(s.machine, s.requestId());
}

story(
  "from the form to the claim takes few calls to Airtable, and an idle month few of those of a free plan",
  async (s) => {
    const first = s.person("bob");
    await first.asksForHelpWith("Python");
    await s.channelShows("Python");
    await first.receives("we have your request");
    await isRecorded(s.machine, s.requestId());

    const calls = await callsOf(s, () => isAskedAndClaimed(s, "SQL"));
    console.log(`From the form to the claim: ${calls.length} calls to Airtable (${calls.join(", ")}).`);
    expect(calls.length).toBeLessThanOrEqual(3);

    const idle = await callsOf(s, () => reconcile(s.machine));
    const aMonth = DAYS * (2 * idle.length + 3);
    console.log(
      `An idle month: ${aMonth} calls: twice a day ${idle.length} (${idle.join(", ")}), and the catalogue once a day.`,
    );
    expect(aMonth).toBeLessThanOrEqual(300);
  },
);
