import type { WebClient } from "@slack/web-api";
import { Context } from "@temporalio/activity";
import { z } from "zod";
import type { Cells } from "../../domain/cells.ts";
import { isMemberId, type RecordId } from "../../domain/ids.ts";
import type { Cached } from "../cached.ts";
import { slackError, slackFailure } from "../slack/slack-failure.ts";
import type { AirtableBase } from "./airtable.ts";
import type { MentorTable } from "./mentors.ts";
import { updateRows } from "./write-rows.ts";

const found = z.object({ user: z.object({ id: z.string() }) });

interface Sources {
  readonly base: AirtableBase;
  readonly slack: WebClient;
  readonly mentors: Cached<MentorTable>;
}

/**
 * Asks Slack once for each mentor without a Slack id who has the e-mail address in their row, and keeps the id there.
 * Says whose address Slack does not know. Never guesses from names.
 */
export const findMentorsByEmail =
  ({ base, slack, mentors }: Sources) =>
  async (): Promise<readonly RecordId[]> => {
    const { slackId } = base.tables.mentors.columns;
    const known: { id: RecordId; fields: Cells }[] = [];
    const unknown: RecordId[] = [];
    for (const { row, email } of (await mentors.get(0)).leftOut) {
      if (email === undefined) continue;
      Context.current().heartbeat();
      const member = await memberWith(slack, email);
      if (member) known.push({ id: row, fields: { [slackId.name]: member } });
      else unknown.push(row);
    }
    await updateRows(base, "mentors", known);
    if (known.length > 0) mentors.expire();
    return unknown;
  };

async function memberWith(slack: WebClient, email: string) {
  try {
    const { id } = found.parse(await slack.users.lookupByEmail({ email })).user;
    return isMemberId(id) ? id : undefined;
  } catch (error) {
    if (slackError(error) === "users_not_found") return undefined;
    throw slackFailure(error, "the look-up of a mentor by e-mail");
  }
}
