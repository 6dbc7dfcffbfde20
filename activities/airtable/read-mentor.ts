import { z } from "zod";
import type { MentorOnRecord } from "../../domain/enrolment.ts";
import { isRecordId, type MemberId, type RecordId } from "../../domain/ids.ts";
import type { AirtableBase } from "./airtable.ts";
import { is } from "./formula.ts";
import { readTable } from "./read-table.ts";

const links = z.array(z.custom<RecordId>(isRecordId)).catch([]);

const row = z.object({
  active: z.boolean().catch(false),
  skills: links,
  services: links,
  bio: z.string().catch(""),
  maxMentees: z.number().nonnegative().optional().catch(undefined),
  pausedUntil: z.iso.date().optional().catch(undefined),
});

/** What the row of this person says now, however old a copy of the table is; undefined when there is none. */
export const readMentor =
  ({ base }: { readonly base: AirtableBase }) =>
  async ({ member }: { readonly member: MemberId }): Promise<MentorOnRecord | undefined> => {
    const { columns } = base.tables.mentors;
    const [found] = await readTable(base, "mentors", { filter: is(columns.slackId, member) });
    if (!found) return undefined;
    const cell = (column: keyof typeof columns) => found.fields[columns[column].name];
    const { maxMentees, pausedUntil, ...mentor } = row.parse({
      active: cell("active"),
      skills: cell("skills"),
      services: cell("services"),
      bio: cell("bio"),
      maxMentees: cell("maxMentees"),
      pausedUntil: cell("pausedUntil"),
    });
    return {
      ...mentor,
      ...(maxMentees !== undefined && { maxMentees }),
      ...(pausedUntil !== undefined && { pausedUntil: Date.parse(pausedUntil) }),
    };
  };
