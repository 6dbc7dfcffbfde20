import { ApplicationFailure } from "@temporalio/common";
import type { AirtableBase } from "../../activities/airtable/airtable.ts";
import { type Row, readTable } from "../../activities/airtable/read-table.ts";
import { isMemberId } from "../../domain/ids.ts";
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
    ...mentorFindings(base, mentors),
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

function mentorFindings({ tables }: AirtableBase, rows: readonly Row[]): readonly Finding[] {
  const { name: table, columns } = tables.mentors;
  const idOf = ({ fields }: Row) => String(fields[columns.slackId.name] ?? "").trim();
  const called = ({ id, fields }: Row) => `${fields[columns.name.name] ?? "a row without a name"} (${id})`;
  const active = rows.filter(({ fields }) => fields[columns.active.name] === true);
  const nobody = active.filter((row) => idOf(row) === "" && !row.fields[columns.email.name]);
  const odd = rows.filter((row) => idOf(row) !== "" && !isMemberId(idOf(row)));
  const twice = rows.filter(
    (row) => isMemberId(idOf(row)) && rows.some((one) => one !== row && idOf(one) === idOf(row)),
  );
  return [
    { rows: twice, what: "have the same Slack ID, so that none of them counts", remedy: "Keep one row each." },
    {
      rows: odd,
      what: "have a Slack ID that is none",
      remedy: "In Slack: the person's profile, More, Copy member ID (U…).",
    },
    {
      rows: nobody,
      what: "have neither a Slack ID nor an e-mail address",
      remedy: "Fill in one of them: the id counts at once, the address after the next npm run reconcile.",
    },
  ]
    .filter((group) => group.rows.length > 0)
    .map((group) => ({
      what: `${table}: ${group.rows.map(called).join(", ")} ${group.what}.`,
      remedy: group.remedy,
    }));
}
