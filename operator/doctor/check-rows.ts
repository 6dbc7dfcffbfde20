import { ApplicationFailure } from "@temporalio/common";
import type { AirtableBase } from "../../activities/airtable/airtable.ts";
import { decodeMentors, rowsToMend } from "../../activities/airtable/mentors.ts";
import { choicesIn } from "../../activities/airtable/read-catalogue.ts";
import { type Row, readTable } from "../../activities/airtable/read-table.ts";
import { unknownSkills } from "../../activities/airtable/unknown-skills-of.ts";
import type { Unusable, UnusableRow } from "../../domain/reconciliation.ts";
import type { Finding } from "./finding.ts";

/** Whether rows can be read and written, and whether those that forms and matching need can be used. */
export async function checkRows(base: AirtableBase, mayWrite: boolean): Promise<readonly Finding[]> {
  const services = await rowsOf(base, "services");
  if ("what" in services) return [services];
  const skills = await rowsOf(base, "skillsets");
  const mentors = await rowsOf(base, "mentors");
  if ("what" in skills || "what" in mentors) return [];
  return [
    ...(mayWrite ? await tryToWrite(base, services) : []),
    ...[services.length === 0 && base.tables.services.name, skills.length === 0 && base.tables.skillsets.name]
      .filter((table) => table !== false)
      .map((table) => ({ what: `${table} has no rows: the form has nothing to choose from.`, remedy: "Add some." })),
    ...mentorFindings(base, mentors, skills),
  ];
}

async function rowsOf(
  base: AirtableBase,
  table: "services" | "skillsets" | "mentors",
): Promise<readonly Row[] | Finding> {
  try {
    return await readTable(base, table);
  } catch (error) {
    if (!(error instanceof ApplicationFailure) || error.type !== "airtable: not-found") throw error;
    return {
      what: "The token may not read rows.",
      remedy: "Add the scope data.records:read to the token, at airtable.com/create/tokens.",
    };
  }
}

/** Writes nothing into a row that there is: Airtable says whether it would have been allowed. */
async function tryToWrite(base: AirtableBase, [row]: readonly Row[]): Promise<readonly Finding[]> {
  if (!row) return [];
  const table = base.tables.services.name;
  try {
    await base.call({ method: "PATCH", table, body: { records: [{ id: row.id, fields: {} }] } });
    return [];
  } catch (error) {
    if (!(error instanceof ApplicationFailure) || error.type !== "airtable: not-found") throw error;
    return [
      {
        what: "The token may not write rows.",
        remedy: "Add the scope data.records:write to the token, at airtable.com/create/tokens.",
      },
    ];
  }
}

/** What is wrong with rows, as it follows their names, and how it is mended. */
const UNUSABLE: { readonly [why in Unusable]: Pick<Finding, "what" | "remedy"> } = {
  "no-slack-id": {
    what: "have neither a Slack ID nor an e-mail address",
    remedy: "Fill in one of them: the id counts at once, the address after the next npm run reconcile.",
  },
  "same-email": {
    what: "have no Slack ID, and the e-mail address of another row, so that they do not count",
    remedy: "Keep one row each, or fill in the Slack ID.",
  },
  "not-a-slack-id": {
    what: "have a Slack ID that is none",
    remedy: "In Slack: the person's profile, More, Copy member ID (U…).",
  },
  "same-slack-id-twice": { what: "have the same Slack ID, so that none of them counts", remedy: "Keep one row each." },
  "no-name": {
    what: "have no name, and do not count",
    remedy: "Fill in the name: they count within a quarter of an hour.",
  },
  "another-type": {
    what: "have a cell that cannot be read, and do not count",
    remedy: "Write there what such a column holds: a number that is not below zero, a day, links.",
  },
};

function mentorFindings({ tables }: AirtableBase, rows: readonly Row[], skills: readonly Row[]): readonly Finding[] {
  const { name: table, columns } = tables.mentors;
  const mentors = decodeMentors(rows, columns);
  const toMend = rowsToMend(mentors);
  const active = mentors.mentors.filter((mentor) => mentor.active);
  const unknown = unknownSkills(choicesIn(skills, tables.skillsets.columns.name), active);
  const called = ({ row, columns: cells = [] }: Pick<UnusableRow, "row" | "columns">) => {
    const name = rows.find(({ id }) => id === row)?.fields[columns.name.name] ?? "a row without a name";
    return `${name} (${[row, ...cells].join(", ")})`;
  };
  const groups = (Object.keys(UNUSABLE) as Unusable[]).map((why) => ({
    ...UNUSABLE[why],
    rows: toMend.filter((one) => one.why === why),
  }));
  return [
    ...groups,
    {
      what: `have a skill that is not in ${tables.skillsets.name}, or has no name there; their others count`,
      remedy: `Give it a name in ${tables.skillsets.name}, or choose another.`,
      rows: unknown,
    },
  ]
    .filter((group) => group.rows.length > 0)
    .map(({ what, remedy, rows: some }) => ({ what: `${table}: ${some.map(called).join(", ")} ${what}.`, remedy }));
}
