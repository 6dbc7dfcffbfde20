import type { WebClient } from "@slack/web-api";
import type { MemberId } from "../../domain/ids.ts";
import { profileOf } from "../slack/profile.ts";
import { slackFailure } from "../slack/slack-failure.ts";
import type { AirtableBase } from "./airtable.ts";
import { isButForBlanks, isInAnyCase } from "./formula.ts";
import { type Row, readTable } from "./read-table.ts";

interface Sources {
  readonly base: AirtableBase;
  readonly slack: WebClient;
}

/**
 * The row of Mentors that is this person's, whatever else stands in it: the one with their Slack id, or else the one with
 * the e-mail address that they have in Slack, while it holds nobody's id.
 */
export async function mentorRow({ base, slack }: Sources, member: MemberId): Promise<Row | undefined> {
  const { columns } = base.tables.mentors;
  const [byId] = await readTable(base, "mentors", { filter: isButForBlanks(columns.slackId, member) });
  if (byId) return byId;
  const email = await emailOf(slack, member);
  if (email === undefined) return undefined;
  const byEmail = await readTable(base, "mentors", { filter: isInAnyCase(columns.email, email) });
  return byEmail.find(({ fields }) => String(fields[columns.slackId.name] ?? "").trim() === "");
}

async function emailOf(slack: WebClient, member: MemberId): Promise<string | undefined> {
  try {
    return (await profileOf(slack, member)).email;
  } catch (error) {
    throw slackFailure(error, "the look at who somebody is");
  }
}
