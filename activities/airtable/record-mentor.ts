import type { WebClient } from "@slack/web-api";
import type { Cells } from "../../domain/cells.ts";
import type { MentorProfile } from "../../domain/enrolment.ts";
import type { MemberId } from "../../domain/ids.ts";
import type { Cached } from "../cached.ts";
import { profileOf } from "../slack/profile.ts";
import { slackFailure } from "../slack/slack-failure.ts";
import type { AirtableBase } from "./airtable.ts";
import type { MentorTable } from "./mentors.ts";
import { upsertRows } from "./write-rows.ts";

interface Records {
  readonly base: AirtableBase;
  readonly mentors: Cached<MentorTable>;
}

/**
 * Writes what a mentor offers over their row, or into a new one, with the name and the time zone of their profile in
 * Slack. Says whether they were an active mentor before. Twice is harmless: rows are found by their `Slack ID`.
 */
export const recordMentor =
  ({ base, mentors, slack }: Records & { readonly slack: WebClient }) =>
  async ({ member, profile, activate }: Recording): Promise<{ readonly wasActive: boolean }> => {
    const before = (await mentors.get(0)).mentors.find(({ id }) => id === member);
    const { realName, timeZone } = await profileInSlack(slack, member);
    const { columns } = base.tables.mentors;
    await writeMentor(base, member, {
      [columns.name.name]: realName,
      [columns.skills.name]: profile.skills.map(({ id }) => id),
      [columns.services.name]: profile.services.map(({ id }) => id),
      [columns.maxMentees.name]: profile.maxMentees ?? null,
      [columns.timeZone.name]: timeZone,
      [columns.bio.name]: profile.bio,
      ...((activate || before?.active) && { [columns.active.name]: true }),
    });
    mentors.expire();
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
  ({ base, mentors }: Records) =>
  async ({ member, until }: { readonly member: MemberId; readonly until?: number }): Promise<void> => {
    const { columns } = base.tables.mentors;
    const day = until === undefined ? null : new Date(until).toISOString().slice(0, 10);
    await writeMentor(base, member, { [columns.pausedUntil.name]: day });
    mentors.expire();
  };

/** They are no mentor any more; the row stays, with what they did. Says whether they were one before. */
export const deactivateMentor =
  ({ base, mentors }: Records) =>
  async ({ member }: { readonly member: MemberId }): Promise<{ readonly wasActive: boolean }> => {
    const before = (await mentors.get(0)).mentors.find(({ id }) => id === member);
    await writeMentor(base, member, { [base.tables.mentors.columns.active.name]: false });
    mentors.expire();
    return { wasActive: before?.active ?? false };
  };

async function writeMentor(base: AirtableBase, member: MemberId, cells: Cells) {
  const { slackId } = base.tables.mentors.columns;
  await upsertRows(base, "mentors", { by: slackId, rows: [{ [slackId.name]: member, ...cells }] });
}

async function profileInSlack(slack: WebClient, member: MemberId) {
  try {
    const { realName = member, timeZone = null } = await profileOf(slack, member);
    return { realName, timeZone };
  } catch (error) {
    throw slackFailure(error, "the profile of a new mentor");
  }
}
