import { log } from "@temporalio/activity";
import { z } from "zod";
import { MINUTE } from "../../domain/duration.ts";
import { isMemberId, isRecordId, type RecordId } from "../../domain/ids.ts";
import type { Mentor } from "../../domain/match-mentors.ts";
import type { UnusableRow } from "../../domain/reconciliation.ts";
import type { Column, Tables } from "../../domain/tables.ts";
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
interface MentorRow extends Mentor {
  readonly row: RecordId;
}

/** A row that counts for nobody. */
interface LeftOut extends UnusableRow {
  readonly active: boolean;
  /** In lower case; of a row without a Slack id. */
  readonly email?: string;
}

/** The table of mentors: who counts, and whose rows cannot be used. */
export interface MentorTable {
  readonly mentors: readonly MentorRow[];
  readonly leftOut: readonly LeftOut[];
}

/** The table, read at most now and then; whoever is left out is named in the log, by the ids of their rows. */
export function mentorTableOf(base: AirtableBase): Cached<MentorTable> {
  return cached("the list of mentors", async () => {
    const table = await readMentors(base);
    const leftOut = table.leftOut.map(({ row, why }) => `${row}: ${why}`);
    if (leftOut.length > 0) log.warn(`rows of ${base.tables.mentors.name} are left out`, { leftOut });
    return table;
  });
}

/** The table as it is now. */
export async function readMentors(base: AirtableBase): Promise<MentorTable> {
  const { columns } = base.tables.mentors;
  const rows = (await readTable(base, "mentors")).filter(isFilled);
  const decoded = rows.map((row) => decode(row, columns));
  const mentors = decoded.filter((one) => "id" in one);
  const twice = mentors.filter(({ id, row }) => mentors.some((other) => other.id === id && other.row !== row));
  const leftOut = [
    ...decoded.filter((one) => "why" in one),
    ...twice.map(({ row, active }): LeftOut => ({ row, active, why: "same-slack-id-twice" })),
  ];
  return { mentors: mentors.filter((one) => !twice.includes(one)), leftOut };
}

/** Bases often have empty rows at their ends. */
const isFilled = (row: Row): row is Row & { readonly id: RecordId } =>
  isRecordId(row.id) && Object.keys(row.fields).length > 0;

function decode(
  { id: row, fields }: Row & { readonly id: RecordId },
  columns: Tables["mentors"]["columns"],
): MentorRow | LeftOut {
  const slackId = text(fields[columns.slackId.name]);
  const email = text(fields[columns.email.name])?.toLowerCase();
  const active = fields[columns.active.name] === true;
  if (slackId === undefined) return { row, active, why: "no-slack-id", ...(email !== undefined && { email }) };
  if (!isMemberId(slackId)) return { row, active, why: "not-a-slack-id" };
  const { data, error } = mentorRow.safeParse({
    row,
    id: slackId,
    name: fields[columns.name.name],
    skills: fields[columns.skills.name],
    services: fields[columns.services.name],
    active: fields[columns.active.name],
    maxMentees: fields[columns.maxMentees.name],
    pausedUntil: fields[columns.pausedUntil.name],
    timeZone: fields[columns.timeZone.name],
  });
  if (error) return { row, active, why: "another-type", columns: unreadable(error, columns) };
  const { pausedUntil, timeZone, maxMentees, ...mentor } = data;
  const offset = timeZone === undefined ? undefined : utcOffset(timeZone);
  return {
    ...mentor,
    ...(maxMentees !== undefined && { maxMentees }),
    ...(pausedUntil !== undefined && { pausedUntil: beginOf(pausedUntil, timeZone) }),
    ...(offset !== undefined && { utcOffset: offset }),
  };
}

function unreadable({ issues }: z.ZodError, columns: Readonly<Record<string, Column>>): readonly string[] {
  const names = issues.map(({ path: [column] }) => columns[String(column)]?.name);
  return [...new Set(names)].filter((name) => name !== undefined);
}

/** When a day begins where this mentor lives: a break until that day is over then. */
function beginOf(day: string, timeZone: string | undefined): number {
  const inUtc = new Date(day);
  const offset = timeZone === undefined ? undefined : utcOffset(timeZone, inUtc);
  return inUtc.getTime() - (offset ?? 0) * MINUTE;
}

/** Nothing when there is nothing in it. */
const text = (cell: unknown): string | undefined => (cell === undefined ? undefined : String(cell).trim() || undefined);
