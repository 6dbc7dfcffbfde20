import type { WebClient } from "@slack/web-api";
import type { MemberId } from "../../domain/ids.ts";
import { profileOf } from "../slack/profile.ts";
import { slackFailure } from "../slack/slack-failure.ts";
import type { AirtableBase } from "./airtable.ts";
import { any, is, isInAnyCase } from "./formula.ts";
import { type Row, readTable } from "./read-table.ts";

interface Sources {
  readonly base: AirtableBase;
  readonly slack: WebClient;
}

/**
 * The row of Mentors with the e-mail address that this person has in Slack, while it holds nobody's Slack id. There is
 * none when another row holds theirs.
 */
export async function rowByEmail({ base, slack }: Sources, member: MemberId): Promise<Row | undefined> {
  const email = await emailOf(slack, member);
  if (email === undefined) return undefined;
  const { columns } = base.tables.mentors;
  const filter = any(is(columns.slackId, member), isInAnyCase(columns.email, email));
  const rows = await readTable(base, "mentors", { filter });
  const idIn = ({ fields }: Row) => String(fields[columns.slackId.name] ?? "").trim();
  return rows.some((row) => idIn(row) === member) ? undefined : rows.find((row) => idIn(row) === "");
}

async function emailOf(slack: WebClient, member: MemberId): Promise<string | undefined> {
  try {
    return (await profileOf(slack, member)).email;
  } catch (error) {
    throw slackFailure(error, "the look at who somebody is");
  }
}
