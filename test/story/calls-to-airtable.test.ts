import { expect } from "vitest";
import { isRecorded, reconcileByTheClock } from "./reconciled.ts";
import { eventually, type Story, story } from "./story.ts";

const DAYS = 31;
const WEEKS = 5;
/** What is read at the start, of the records' tables and otherwise; later as often as is said below. */
const AT_START = { Services: 1, Skillsets: 1, Affiliations: 1, Pairings: 1, "meta/tables": 1 };
const CATALOGUE = 3;
const COLUMNS = 1;
/** Requests and pairings. */
const FIGURES = 2;

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

    const timesRead = (about: string) =>
      s.machine.airtable.calls.filter(({ method, table }) => method === "GET" && table === about).length;
    const isAllRead = async () => Object.keys(AT_START).every((about) => timesRead(about) > 0) || undefined;
    await eventually(isAllRead, "everything to be read that is read at the start");
    for (const [about, times] of Object.entries(AT_START)) {
      expect(timesRead(about), about).toBe(times);
    }

    const calls = await callsOf(s, () => isAskedAndClaimed(s, "SQL"));
    console.log(`From the form to the claim: ${calls.length} calls to Airtable (${calls.join(", ")}).`);
    expect(calls.length).toBeLessThanOrEqual(3);

    const aDay = await callsOf(s, async () => {
      await reconcileByTheClock(s.machine);
      await reconcileByTheClock(s.machine);
    });
    const aMonth = DAYS * (aDay.length + CATALOGUE + COLUMNS) + WEEKS * FIGURES;
    console.log(
      `An idle month: ${aMonth} calls: by the two comparisons of a day ${aDay.length} (${aDay.join(", ")}), once a day the catalogue and which columns there are, once a week the figures.`,
    );
    expect(aDay.filter((call) => call === "GET Pairings").length).toBe(1);
    expect(aMonth).toBeLessThanOrEqual(300);
  },
);
