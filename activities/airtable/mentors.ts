import { log } from "@temporalio/activity";
import { z } from "zod";
import { isMemberId, isRecordId, type RecordId } from "../../domain/ids.ts";
import type { Mentor } from "../../domain/match-mentors.ts";
import type { Tables } from "../../domain/tables.ts";
import { type Cached, cached } from "../cached.ts";
import type { AirtableBase } from "./airtable.ts";
import { type Row, readTable } from "./read-table.ts";
import { utcOffset } from "./utc-offset.ts";

const recordId = z.custom<RecordId>(isRecordId);
const links = z.array(recordId).default([]);

const mentorRow = z.object({
  row: recordId,
  id: z.custom<Mentor["id"]>(isMemberId),
  name: z.string().default(""),
  skills: links,
  services: links,
  active: z.boolean().default(false),
  maxMentees: z.number().nonnegative().optional(),
  pausedUntil: z.iso.date().optional(),
  timeZone: z.string().optional(),
});

/** A mentor, and the row that holds them. */
export interface MentorRow extends Mentor {
  readonly row: RecordId;
}

/** All mentors whose rows can be read. The others are left out, and named by their record ids in the log. */
export function mentorsOf(base: AirtableBase): Cached<readonly MentorRow[]> {
  return cached("the list of mentors", async () => {
    const { name: table, columns } = base.tables.mentors;
    const rows = await readTable(base, table, { columns: Object.values(columns).map(({ name }) => name) });
    const decoded = rows.map((row) => decode(row, columns)).filter((mentor) => mentor !== undefined);
    const mentors = decoded.filter(({ id, row }) => !decoded.some((other) => other.id === id && other.row !== row));
    if (mentors.length < rows.length) {
      const leftOut = rows.filter(({ id }) => !mentors.some(({ row }) => row === id)).map(({ id }) => id);
      log.warn(`rows of ${table} are left out: no Slack ID, the same one twice, or a cell of another type`, {
        leftOut,
      });
    }
    return mentors;
  });
}

function decode({ id, fields }: Row, columns: Tables["mentors"]["columns"]): MentorRow | undefined {
  const { success, data } = mentorRow.safeParse({
    row: id,
    id: text(fields[columns.slackId.name]),
    name: fields[columns.name.name],
    skills: fields[columns.skills.name],
    services: fields[columns.services.name],
    active: fields[columns.active.name],
    maxMentees: fields[columns.maxMentees.name],
    pausedUntil: fields[columns.pausedUntil.name],
    timeZone: fields[columns.timeZone.name],
  });
  if (!success) return undefined;
  const { pausedUntil, timeZone, maxMentees, ...mentor } = data;
  const offset = timeZone === undefined ? undefined : utcOffset(timeZone);
  return {
    ...mentor,
    ...(maxMentees !== undefined && { maxMentees }),
    ...(pausedUntil !== undefined && { pausedUntil: Date.parse(pausedUntil) }),
    ...(offset !== undefined && { utcOffset: offset }),
  };
}

const text = (value: unknown): unknown => (typeof value === "string" ? value.trim() : value);
