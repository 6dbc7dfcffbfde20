import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { MentorOnRecord } from "../../domain/enrolment.ts";
import { isRecordId, type MemberId, type RecordId } from "../../domain/ids.ts";
import type { AirtableBase } from "./airtable.ts";
import { mentorRow } from "./mentor-row.ts";

const links = z.array(z.custom<RecordId>(isRecordId)).catch([]);

const row = z.object({
  active: z.boolean().catch(false),
  skills: links,
  services: links,
  bio: z.string().catch(""),
  maxMentees: z.number().nonnegative().optional().catch(undefined),
  pausedUntil: z.iso.date().optional().catch(undefined),
});

/**
 * What the row of this person says now, however old a copy of the table is; undefined when there is none. A row that
 * holds nobody's Slack id yet is theirs by its e-mail address.
 */
export const readMentor =
  ({ base, slack }: { readonly base: AirtableBase; readonly slack: WebClient }) =>
  async ({ member }: { readonly member: MemberId }): Promise<MentorOnRecord | undefined> => {
    const { columns } = base.tables.mentors;
    const found = await mentorRow({ base, slack }, member);
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
