import type { Figures, PairingFigures, RequestFigures } from "../../domain/insights.ts";
import type { Mentor } from "../../domain/match-mentors.ts";
import type { Choice } from "../../domain/request.ts";
import { readSteps } from "../../domain/steps-done.ts";
import type { AirtableBase } from "./airtable.ts";
import { any, isAfter } from "./formula.ts";
import { isNotOver } from "./is-not-over.ts";
import { readTable } from "./read-table.ts";

/** What gives rows their names. */
export interface Named {
  readonly mentors: readonly Mentor[];
  readonly skills: readonly Choice[];
}

/** What the figures since a moment are made of, from the records: staff, who see the same rows, come to the same numbers. */
export async function readFigures(base: AirtableBase, since: number, { mentors, skills }: Named): Promise<Figures> {
  const { requests, pairings } = base.tables;
  const names = new Map<unknown, string>([...skills, ...mentors].map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);
  const filter = any(isNotOver(requests.columns.status), isAfter(requests.columns.openedAt, since));
  return {
    requests: (await readTable(base, "requests", { filter })).flatMap(({ fields }): RequestFigures[] => {
      const { columns } = requests;
      const openedAt = Date.parse(text(fields[columns.openedAt.name]));
      const id = text(fields[columns.id.name]);
      if (id === "" || Number.isNaN(openedAt)) return [];
      return [
        {
          id,
          mentee: text(fields[columns.mentee.name]),
          skills: named(links(fields[columns.skills.name])),
          status: text(fields[columns.status.name]),
          openedAt,
          stepsDone: readSteps(text(fields[columns.stepsDone.name])).map(({ step }) => step),
        },
      ];
    }),
    pairings: (await readTable(base, "pairings", { filter: isAfter(pairings.columns.from, since) })).flatMap(
      ({ fields }): PairingFigures[] => {
        const { columns } = pairings;
        const from = Date.parse(text(fields[columns.from.name]));
        const mentor = text(fields[columns.mentorSlackId.name]);
        const ended = text(fields[columns.ended.name]);
        const rating = fields[columns.rating.name];
        if (Number.isNaN(from)) return [];
        return [
          {
            request: text(fields[columns.requestId.name]),
            mentee: text(fields[columns.mentee.name]),
            mentor: names.get(mentor) || mentor,
            from,
            ...(ended && { ended }),
            ...(typeof rating === "number" && { rating }),
          },
        ];
      },
    ),
    mentors: mentors.map((mentor) => ({ active: mentor.active, skills: named(mentor.skills) })),
  };
}

const text = (cell: unknown): string => (typeof cell === "string" ? cell.trim() : "");
const links = (cell: unknown): readonly string[] => (Array.isArray(cell) ? cell.map(String) : []);
