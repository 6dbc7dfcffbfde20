import { expect, inject, test } from "vitest";
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

/** Something that staff do in Airtable's own page. Those that begin a request are counted. */
function editByHand(table: SimTable, roll: (below: number) => number, n: number): "asks" | "changes" {
  const rows = table.rows().filter(({ fields }) => fields["Request ID"]);
  const row = rows[roll(rows.length)];
  const change = (fields: object) => {
    if (row) table.edit(row.id, { ...fields, Notes: `${row.fields.Notes ?? ""} ${n}` });
    return "changes" as const;
  };
  switch (roll(12)) {
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
      if (row && rows.length > 3) table.remove(row.id);
      return "changes";
    case 9:
      table.insert({ ...TYPED, "Mentee Slack ID": "U0NIA" });
      return "changes";
    case 10:
      table.insert({ ...TYPED, Details: null, "Mentee Slack ID": "U0NIA", Status: "new" });
      return "changes";
    default:
      table.insert({ ...TYPED, "Mentee Slack ID": `U0TYPED${n}`, Status: "new" });
      return "asks";
  }
}

test.each([1, 2])(
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
      for (const [name, skill] of [
        ["bob", "SQL"],
        ["carla", "Go"],
        ["nia", "Java"],
        ["tim", "React"],
        ["denis", "Linux"],
      ] as const) {
        await s.person(name).asksForHelpWith(skill);
        requests.push(s.requestId());
        await s.requestIs(({ posts, outbox }) => posts.length > 0 && outbox.length === 0);
      }
      await s.person("radia").claims();
      await s.requestIs(({ standing, outbox }) => standing.status === "claimed" && outbox.length === 0);
      for (const request of requests) await isRecorded(machine, request);
      await machine.worker.stop();

      const table = machine.airtable.table(LOCAL.airtableBase, "Mentor Requests");
      table.addField({ name: "Notes", type: "multilineText" });
      const roll = dice(seed);
      const asked = Array.from({ length: 50 }, (_, n) => editByHand(table, roll, n)).filter((what) => what === "asks");
      const notes = () => new Map(table.rows().map(({ id, fields }) => [id, fields.Notes]));
      const notesBefore = notes();
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
      expect(await reconcile(machine)).toMatchObject({ started: [], claimed: [], putRight: [] });
      expect(await countRequests(machine)).toBe(requests.length + asked.length);
      expect(machine.airtable.problems).toEqual([]);
    } finally {
      await machine.stop();
    }
  },
);

const isWhole = (fields: Readonly<Record<string, unknown>>) => fields.Status === "new" && fields.Details !== undefined;

async function countRequests({ client }: { readonly client: Story["machine"]["client"] }): Promise<number> {
  const { count } = await client.workflow.count(`WorkflowType = "${MENTOR_REQUEST}"`);
  return count;
}
