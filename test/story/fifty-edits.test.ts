import { expect, inject, test } from "vitest";
import { TABLES } from "../../domain/tables.ts";
import type { SimTable } from "../../local/airtable-simulator/sim-table.ts";
import { startOneMachine } from "../../local/one-machine.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { MENTOR_REQUEST } from "../../workflows/contract.ts";
import { isRecorded, reconcile } from "./reconciled.ts";
import { Story } from "./story.ts";

/** The same numbers for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TYPED = { Service: ["Code review"], Skillsets: ["SQL"], Details: "Typed by hand." };

type Roll = ReturnType<typeof dice>;

interface ByHand {
  readonly requests: SimTable;
  readonly pairings: SimTable;
  readonly mentors: SimTable;
}

/** Something that staff do in Airtable's own page. Those that begin a request are counted. */
function editByHand({ requests, pairings, mentors }: ByHand, roll: Roll, n: number): "asks" | "changes" {
  const table = roll(4);
  if (table > 1) return editRequest(requests, roll, n);
  if (table === 1) editMentor(mentors, roll, n);
  else editPairing(pairings, roll, n);
  return "changes";
}

function editPairing(table: SimTable, roll: Roll, n: number): void {
  const rows = table.rows().filter(({ fields }) => fields["Request ID"]);
  const row = rows[roll(rows.length)];
  const what = roll(8);
  const changes = [
    { Rating: 2, "How It Ended": "well" },
    { Mentor: [], "Mentor Slack ID": "U0NOBODY" },
    { "Mentee Slack ID": null, Until: "2020-01-01T00:00:00.000Z" },
    { "Pairing ID": null },
    { Request: [], "Pairing ID": '=cmd() "mine"' },
    { From: "2020-01-01T00:00:00.000Z", "Pairing ID": `${row?.fields["Request ID"]} 1` },
  ][what];
  if (row && changes) table.edit(row.id, { ...changes, Notes: `${row.fields.Notes ?? ""} ${n}` });
  else if (what === 6) table.insert({ Notes: `a row of staff's own ${n}` });
  else if (row && rows.length > 1) table.remove(row.id);
}

/** Nothing of this is the programme's to change again. */
function editMentor(table: SimTable, roll: Roll, n: number): void {
  const rows = table.rows();
  const row = rows[roll(rows.length)];
  const what = roll(8);
  const changes = [
    { Active: false },
    { "Max Mentees": n, "Paused Until": "2099-01-01" },
    { Skillsets: ["Rust", "Go"], Services: [] },
    { "Full Name": null },
    { Email: String(row?.fields.Email).toUpperCase() },
  ][what];
  if (row && changes) table.edit(row.id, changes);
  else if (what === 5) table.insert({ "Full Name": `Mentor ${n}`, "Slack ID": `U0NEW${n}`, Active: true });
  else if (what === 6) table.insert({ "Full Name": "Twin", "Slack ID": row?.fields["Slack ID"], Active: true });
  else if (row && rows.length > 5) table.remove(row.id);
}

function editRequest(table: SimTable, roll: Roll, n: number): "asks" | "changes" {
  const rows = table.rows().filter(({ fields }) => fields["Request ID"]);
  const row = rows[roll(rows.length)];
  const change = (fields: object) => {
    if (row) table.edit(row.id, { ...fields, Notes: `${row.fields.Notes ?? ""} ${n}` });
    return "changes" as const;
  };
  switch (roll(13)) {
    case 0:
      return change({ Status: "closed" });
    case 1:
      return change({ Status: "held" });
    case 2:
      return change({ Details: '=cmd() "changed"\n\\ 😀' });
    case 3:
      return change({ "Request ID": null });
    case 4:
      return change({ Rating: 3, Feedback: "Great" });
    case 5:
      return change({ "Mentee Slack ID": "U0NOBODY" });
    case 6:
      return change({ Skillsets: ["Rust", "Go"], Service: [] });
    case 7:
      return change({ "Requested At": "2020-01-01T00:00:00.000Z", "Steps Done": null });
    case 8:
      return change({ Mentioned: "U0NOBODY", "Steps Done": "post 2020-01-01T00:00Z" });
    case 9:
      if (row && rows.length > 3) table.remove(row.id);
      return "changes";
    case 10:
      table.insert({ ...TYPED, "Mentee Slack ID": "U0NIA" });
      return "changes";
    case 11:
      table.insert({ ...TYPED, Details: null, "Mentee Slack ID": "U0NIA", Status: "new" });
      return "changes";
    default:
      table.insert({ ...TYPED, "Mentee Slack ID": `U0TYPED${n}`, Status: "new" });
      return "asks";
  }
}

const ASKED: readonly { readonly name: string; readonly skill: string; readonly mentor?: string }[] = [
  { name: "bob", skill: "SQL", mentor: "ada" },
  { name: "carla", skill: "Go" },
  { name: "nia", skill: "Java", mentor: "fran" },
  { name: "tim", skill: "React" },
  { name: "denis", skill: "Linux", mentor: "radia" },
];

const MENTOR_COLUMNS = Object.values<{ readonly name: string }>(TABLES.mentors.columns).map(({ name }) => name);

test.each([1, 2, 3])(
  "50 things were changed by hand while everything was off (%i): after one run both sides agree, nothing was started twice, and staff's own columns are as they were",
  { timeout: 120_000 },
  async (seed) => {
    const machine = await startOneMachine({
      progress: () => undefined,
      workflowBundle: { codePath: inject("workflowBundle") },
      airtableCallsPerSecond: 1000,
    });
    try {
      const s = new Story(machine);
      const requests: string[] = [];
      for (const { name, skill, mentor } of ASKED) {
        await s.person(name).asksForHelpWith(skill);
        requests.push(s.requestId());
        await s.requestIs(({ posts, outbox }) => posts.length > 0 && outbox.length === 0);
        if (mentor) {
          await s.person(mentor).claims();
          await s.requestIs(({ standing, outbox }) => standing.status === "claimed" && outbox.length === 0);
        }
      }
      for (const request of requests) await isRecorded(machine, request);
      await machine.worker.stop();

      const called = (name: string) => machine.airtable.table(LOCAL.airtableBase, name);
      const [table, pairings, mentors] = [called("Mentor Requests"), called("Pairings"), called("Mentors")];
      for (const one of [table, pairings]) one.addField({ name: "Notes", type: "multilineText" });
      const pairingsBefore = byPairing(pairings);
      const roll = dice(seed);
      const edits = Array.from({ length: 50 }, (_, n) => editByHand({ requests: table, pairings, mentors }, roll, n));
      const asked = edits.filter((what) => what === "asks");
      const notes = () => new Map([...table.rows(), ...pairings.rows()].map(({ id, fields }) => [id, fields.Notes]));
      const notesBefore = notes();
      const mentorsBefore = mentors.rows().map(staffsOwn);
      const half = table.rows().filter(({ fields }) => !fields["Request ID"] && !fields.Post && !isWhole(fields));

      await machine.startWorker();
      const { started } = await reconcile(machine);
      expect(new Set(started).size).toBe(asked.length);
      for (const request of [...requests, ...started]) await isRecorded(machine, request);

      const ids = table.rows().map(({ fields }) => fields["Request ID"]);
      for (const request of [...requests, ...started]) expect(ids.filter((id) => id === request)).toEqual([request]);
      for (const { id, fields } of half) expect(table.row(id)?.fields).toEqual(fields);
      const notesAfter = notes();
      for (const [id, text] of notesBefore) expect(notesAfter.get(id)).toBe(text);
      expect(mentors.rows().map(staffsOwn)).toEqual(mentorsBefore);
      expect(byPairing(pairings)).toEqual(pairingsBefore);
      expect(await reconcile(machine)).toMatchObject({ started: [], claimed: [], putRight: [] });
      expect(await countRequests(machine)).toBe(requests.length + asked.length);
      expect(machine.airtable.problems).toEqual([]);
    } finally {
      await machine.stop();
    }
  },
);

/** Links to rows that are gone are left out, and a row that was removed is another one now. */
const byPairing = (table: SimTable) =>
  table
    .rows()
    .filter(({ fields }) => fields["Pairing ID"])
    .map(({ fields: { Mentor: _, Request: __, Notes: ___, ...fields } }) => fields)
    .sort((a, b) => String(a["Pairing ID"]).localeCompare(String(b["Pairing ID"])));

/** What Airtable fills in by itself is left out: which requests and pairings are linked to the row. */
const staffsOwn = ({ id, fields }: ReturnType<SimTable["rows"]>[number]) => ({
  id,
  fields: Object.fromEntries(MENTOR_COLUMNS.map((column) => [column, fields[column]])),
});

const isWhole = (fields: Readonly<Record<string, unknown>>) => fields.Status === "new" && fields.Details !== undefined;

async function countRequests({ client }: { readonly client: Story["machine"]["client"] }): Promise<number> {
  const { count } = await client.workflow.count(`WorkflowType = "${MENTOR_REQUEST}"`);
  return count;
}
