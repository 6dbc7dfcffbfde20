import type { WebClient } from "@slack/web-api";
import type { Cells } from "../../domain/cells.ts";
import type { MentorProfile } from "../../domain/enrolment.ts";
import type { MemberId } from "../../domain/ids.ts";
import type { Cached } from "../cached.ts";
import { profileOf } from "../slack/profile.ts";
import { slackFailure } from "../slack/slack-failure.ts";
import type { AirtableBase } from "./airtable.ts";
import { mentorRow } from "./mentor-row.ts";
import type { MentorTable } from "./mentors.ts";
import { updateRows, upsertRows } from "./write-rows.ts";

interface Records {
  readonly base: AirtableBase;
  readonly mentors: Cached<MentorTable>;
  readonly slack: WebClient;
}

/** A row that is somebody's. */
interface Known {
  readonly id: string;
  readonly active: boolean;
}

/**
 * Writes what a mentor offers over their row, or into a new one, with the name and the time zone of their profile in
 * Slack. Says whether they were an active mentor before. Twice is harmless: rows are found by their `Slack ID`, or by
 * the e-mail address while they hold none, and are given it.
 */
export const recordMentor =
  (records: Records) =>
  async ({ member, profile, activate }: Recording): Promise<{ readonly wasActive: boolean }> => {
    const before = await knownRow(records, member);
    const { realName, timeZone } = await profileInSlack(records.slack, member);
    const { columns } = records.base.tables.mentors;
    const cells = {
      [columns.name.name]: realName,
      [columns.skills.name]: profile.skills.map(({ id }) => id),
      [columns.services.name]: profile.services.map(({ id }) => id),
      [columns.maxMentees.name]: profile.maxMentees ?? null,
      [columns.timeZone.name]: timeZone,
      [columns.bio.name]: profile.bio,
      ...((activate || before?.active) && { [columns.active.name]: true }),
    };
    await writeMentor(records, { member, before, cells });
    return { wasActive: before?.active ?? false };
  };

interface Recording {
  readonly member: MemberId;
  readonly profile: MentorProfile;
  /** Whether they are a mentor from now on; else they stay what they were. */
  readonly activate: boolean;
}

/** This mentor is not mentioned before that day, said by its midnight in UTC; without a day the break is over now. */
export const pauseMentor =
  (records: Records) =>
  async ({ member, until }: { readonly member: MemberId; readonly until?: number }): Promise<void> => {
    const { columns } = records.base.tables.mentors;
    const before = await knownRow(records, member);
    const day = until === undefined ? null : new Date(until).toISOString().slice(0, 10);
    await writeMentor(records, { member, before, cells: { [columns.pausedUntil.name]: day } });
  };

/** They are no mentor any more, and on no break; the row stays, with what they did. Says whether they were one before. */
export const deactivateMentor =
  (records: Records) =>
  async ({ member }: { readonly member: MemberId }): Promise<{ readonly wasActive: boolean }> => {
    const { active, pausedUntil } = records.base.tables.mentors.columns;
    const before = await knownRow(records, member);
    await writeMentor(records, { member, before, cells: { [active.name]: false, [pausedUntil.name]: null } });
    return { wasActive: before?.active ?? false };
  };

interface Writing {
  readonly member: MemberId;
  readonly before: Known | undefined;
  readonly cells: Cells;
}

async function knownRow(records: Records, member: MemberId): Promise<Known | undefined> {
  const found = await mentorRow(records, member);
  const { active } = records.base.tables.mentors.columns;
  return found && { id: found.id, active: found.fields[active.name] === true };
}

async function writeMentor({ base, mentors }: Records, { member, before, cells }: Writing): Promise<void> {
  const { slackId } = base.tables.mentors.columns;
  const fields = { [slackId.name]: member, ...cells };
  if (before) await updateRows(base, "mentors", [{ id: before.id, fields }]);
  else await upsertRows(base, "mentors", { by: slackId, rows: [fields] });
  mentors.expire();
}

async function profileInSlack(slack: WebClient, member: MemberId) {
  try {
    const { realName = member, timeZone = null } = await profileOf(slack, member);
    return { realName, timeZone };
  } catch (error) {
    throw slackFailure(error, "the profile of a new mentor");
  }
}
