import { openBase } from "../activities/airtable/airtable.ts";
import { readTable } from "../activities/airtable/read-table.ts";
import { memberId, type RecordId, recordId } from "../domain/ids.ts";
import { type Mentor, matchMentors } from "../domain/match-mentors.ts";
import { TABLES } from "../domain/tables.ts";
import { startAirtableSimulator } from "../local/airtable-simulator/airtable-simulator.ts";
import { airtableSeed } from "../local/seed/airtable-seed.ts";
import { LOCAL } from "../local/seed/local-settings.ts";

const MENTORS = 1000;
const SKILLS = 150;
const ROUNDS = 300;
const AIM_MS = 10;

/** How long it takes to choose the mentors to mention among many, from the cache, and how many calls a cold read takes. */
async function main(): Promise<void> {
  const skills = Array.from({ length: SKILLS }, (_, n) => idOf("Skill", n));
  const mentors = Array.from({ length: MENTORS }, (_, n) => aMentor(n, skills));
  const times = Array.from({ length: ROUNDS }, (_, round) => timeToMatch(mentors, skills, round)).sort((a, b) => a - b);
  const [median, most] = [0.5, 0.95].map((share) => times[Math.floor(share * ROUNDS)]?.toFixed(2));
  console.log(`matching, ${MENTORS} mentors, ${SKILLS} skills, ${ROUNDS} rounds:`);
  console.log(`  from the cache    median ${median} ms, 95 % ${most} ms, aim ${AIM_MS} ms`);
  console.log(`  a cold read       ${await callsOfColdRead()} calls to Airtable, aim 10`);
}

function timeToMatch(mentors: readonly Mentor[], skills: readonly RecordId[], round: number): number {
  const asked = [0, 1, 2].map((n) => skills[(round * 7 + n * 31) % SKILLS]).filter((skill) => skill !== undefined);
  const began = performance.now();
  matchMentors(mentors, new Map(), {
    skills: asked,
    service: idOf("Service", round % 6),
    mentee: memberId("U0BOB"),
    menteeUtcOffset: -300,
    not: [],
    now: Date.now(),
    atMost: 10,
    enough: 5,
  });
  return performance.now() - began;
}

function aMentor(n: number, skills: readonly RecordId[]): Mentor {
  return {
    id: memberId(`U0MENTOR${n}`),
    name: `Mentor ${n}`,
    skills: skills.filter((_, skill) => (skill * 13 + n * 7) % 17 === 0),
    services: [idOf("Service", n % 6)],
    active: n % 20 !== 0,
    utcOffset: ((n % 24) - 12) * 60,
  };
}

async function callsOfColdRead(): Promise<number> {
  const airtable = await startAirtableSimulator({ seed: airtableSeed(), requestsPerSecond: 1000 });
  try {
    const table = airtable.table(LOCAL.airtableBase, TABLES.mentors.name);
    for (let n = table.rows().length; n < MENTORS; n++) table.insert({ "Full Name": `Mentor ${n}`, Active: true });
    const { airtableToken: token, airtableBase: base } = LOCAL;
    const opened = openBase({ token, base, url: airtable.url, processes: 1, tables: TABLES });
    await readTable(opened, "mentors");
    // Once a day there is one more, which asks for the ids of all columns.
    return airtable.calls.filter((call) => call.table === TABLES.mentors.name).length;
  } finally {
    await airtable.close();
  }
}

const idOf = (kind: string, n: number): RecordId => recordId(`rec${`${kind}${n}`.padEnd(14, "0")}`);

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
