import type { AirtableBase } from "../../activities/airtable/airtable.ts";
import { type Row, readTable } from "../../activities/airtable/read-table.ts";
import type { Figures } from "../../domain/insights.ts";
import type { TableName } from "../../domain/tables.ts";

/** The rows of a table with all of its columns. */
export function rowsOf(base: AirtableBase, table: TableName): Promise<readonly Row[]> {
  const { name, columns } = base.tables[table];
  const names = Object.values<{ readonly name: string }>(columns).map((column) => column.name);
  return readTable(base, name, { columns: names });
}

/** What the figures are made of, from the records: staff, who see the same rows, come to the same numbers. */
export async function readFigures(base: AirtableBase): Promise<Figures> {
  const { requests, pairings, mentors, skillsets } = base.tables;
  const names = new Map(
    (await rowsOf(base, "skillsets")).map(({ id, fields }) => [id, text(fields[skillsets.columns.name.name])]),
  );
  const mentorRows = await rowsOf(base, "mentors");
  const called = new Map(
    mentorRows.map(({ fields }) => [
      text(fields[mentors.columns.slackId.name]),
      text(fields[mentors.columns.name.name]),
    ]),
  );
  const skillsOf = (cell: unknown) => links(cell).map((id) => names.get(id) ?? id);
  return {
    requests: (await rowsOf(base, "requests")).flatMap(({ fields }) => {
      const openedAt = Date.parse(text(fields[requests.columns.openedAt.name]));
      const id = text(fields[requests.columns.id.name]);
      if (id === "" || Number.isNaN(openedAt)) return [];
      return [
        {
          id,
          mentee: text(fields[requests.columns.mentee.name]),
          skills: skillsOf(fields[requests.columns.skills.name]),
          status: text(fields[requests.columns.status.name]),
          openedAt,
          stepsDone: text(fields[requests.columns.stepsDone.name]).split(", ").filter(Boolean),
        },
      ];
    }),
    pairings: (await rowsOf(base, "pairings")).flatMap(({ fields }) => {
      const from = Date.parse(text(fields[pairings.columns.from.name]));
      const mentor = text(fields[pairings.columns.mentorSlackId.name]);
      const ended = text(fields[pairings.columns.ended.name]);
      const rating = fields[pairings.columns.rating.name];
      if (Number.isNaN(from)) return [];
      return [
        {
          request: text(fields[pairings.columns.requestId.name]),
          mentee: text(fields[pairings.columns.mentee.name]),
          mentor: called.get(mentor) || mentor,
          from,
          ...(ended && { ended }),
          ...(typeof rating === "number" && { rating }),
        },
      ];
    }),
    mentors: mentorRows.map(({ fields }) => ({
      active: fields[mentors.columns.active.name] === true,
      skills: skillsOf(fields[mentors.columns.skills.name]),
    })),
  };
}

const text = (cell: unknown): string => (typeof cell === "string" ? cell.trim() : "");
const links = (cell: unknown): readonly string[] => (Array.isArray(cell) ? cell.map(String) : []);
