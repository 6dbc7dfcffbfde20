import { log } from "@temporalio/activity";
import { z } from "zod";
import type { RowOfMentor } from "../../domain/cells.ts";
import { MINUTE } from "../../domain/duration.ts";
import { isMemberId, isRecordId, type MemberId, type RecordId } from "../../domain/ids.ts";
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
  name: z.string(),
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
  /** Or one with the same Slack id is. */
  readonly active: boolean;
  readonly id?: MemberId;
  /** In lower case; of a row without a Slack id, which Slack can be asked for. */
  readonly email?: string;
}

/** The table of mentors: who counts, and whose rows cannot be used. */
export interface MentorTable {
  readonly mentors: readonly MentorRow[];
  readonly leftOut: readonly LeftOut[];
}

/** The rows that somebody should mend: of those that have left, nobody minds, and the others are looked up by e-mail. */
export const rowsToMend = ({ leftOut }: MentorTable): readonly UnusableRow[] =>
  leftOut.filter(({ active, email }) => active && email === undefined);

/** Whose row is which, for links to it: also of rows that do not count, as long as it is certain whose they are. */
export function rowsOfMentors({
  mentors,
  leftOut,
}: MentorTable): readonly (RowOfMentor & { readonly active: boolean })[] {
  const others = leftOut.flatMap(({ id, row, active }) => (id ? [{ id, row, active }] : []));
  const isOnlyOne = ({ id, row }: RowOfMentor) =>
    ![...mentors, ...others].some((other) => other.id === id && other.row !== row);
  return [...mentors, ...others.filter(isOnlyOne)];
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
  return decodeMentors(await readTable(base, "mentors"), base.tables.mentors.columns);
}

/** What these rows say. Each stands in one of the two lists, but for those that are empty. */
export function decodeMentors(all: readonly Row[], columns: Tables["mentors"]["columns"]): MentorTable {
  const rows = all.filter(isFilled);
  const emails = rows.map((row) => emailIn(row, columns));
  const decoded = rows.map((row, n) => {
    const email = emails[n];
    return decode(row, columns, { email, isShared: emails.indexOf(email) !== emails.lastIndexOf(email) });
  });
  const mentors = decoded.filter((one) => "skills" in one);
  const twins = ({ id, row }: MentorRow) => mentors.filter((other) => other.id === id && other.row !== row);
  const twice = mentors.filter((one) => twins(one).length > 0);
  const leftOut = [
    ...decoded.filter((one) => "why" in one),
    ...twice.map((one): LeftOut => {
      const active = one.active || twins(one).some((other) => other.active);
      return { row: one.row, id: one.id, active, why: "same-slack-id-twice" };
    }),
  ];
  return { mentors: mentors.filter((one) => !twice.includes(one)), leftOut };
}

const emailIn = ({ fields }: Row, { email }: Tables["mentors"]["columns"]): string | undefined =>
  text(fields[email.name])?.toLowerCase();

/** Bases often have empty rows at their ends. */
const isFilled = (row: Row): row is Row & { readonly id: RecordId } =>
  isRecordId(row.id) && Object.keys(row.fields).length > 0;

function decode(
  { id: row, fields }: Row & { readonly id: RecordId },
  columns: Tables["mentors"]["columns"],
  { email, isShared }: { readonly email: string | undefined; readonly isShared: boolean },
): MentorRow | LeftOut {
  const slackId = text(fields[columns.slackId.name]);
  const active = fields[columns.active.name] === true;
  if (slackId === undefined) {
    if (email !== undefined && isShared) return { row, active, why: "same-email" };
    return { row, active, why: "no-slack-id", ...(email !== undefined && { email }) };
  }
  if (!isMemberId(slackId)) return { row, active, why: "not-a-slack-id" };
  if (text(fields[columns.name.name]) === undefined) return { row, id: slackId, active, why: "no-name" };
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
  if (error) return { row, id: slackId, active, why: "another-type", columns: unreadable(error, columns) };
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
