import { WebAPIRateLimitedError, type WebClient } from "@slack/web-api";
import { activityInfo, Context } from "@temporalio/activity";
import { z } from "zod";
import type { Cells } from "../../domain/cells.ts";
import { isMemberId, isRecordId, type MemberId, type RecordId } from "../../domain/ids.ts";
import type { Cached } from "../cached.ts";
import { slackError, slackFailure } from "../slack/slack-failure.ts";
import { whileBeating } from "../while-beating.ts";
import type { AirtableBase } from "./airtable.ts";
import type { MentorTable } from "./mentors.ts";
import { updateRows } from "./write-rows.ts";

const found = z.object({ user: z.object({ id: z.string() }) });
const askedBefore = z.array(z.custom<RecordId>(isRecordId)).catch(() => []);

/** Airtable takes ten rows in one call. */
const AT_A_TIME = 10;

interface Sources {
  readonly base: AirtableBase;
  readonly slack: WebClient;
  readonly mentors: Cached<MentorTable>;
}

/**
 * Asks Slack once for each mentor without a Slack id who has the e-mail address in their row, and keeps the id there, at
 * Slack's own pace. Says whose address Slack does not know, or is of somebody who has another row. Never guesses from
 * names. Another attempt goes on where the last one stopped.
 */
export const findMentorsByEmail =
  ({ base, slack, mentors }: Sources) =>
  async (): Promise<readonly RecordId[]> => {
    const { slackId } = base.tables.mentors.columns;
    const unknown = askedBefore.parse(activityInfo().heartbeatDetails);
    const known: { id: RecordId; fields: Cells }[] = [];
    const keep = async (): Promise<void> => {
      if (known.length === 0) return;
      await updateRows(base, "mentors", known.splice(0));
      mentors.expire();
    };
    const askForAll = async (): Promise<readonly RecordId[]> => {
      try {
        const { mentors: all, leftOut } = await mentors.get(0);
        const taken = new Set([...all, ...leftOut].map(({ id }) => id));
        for (const { row, email } of leftOut) {
          if (email === undefined || unknown.includes(row)) continue;
          const member = await memberWith(slack, email);
          // A second row with their id would keep the first from counting.
          const isFree = member !== undefined && !taken.has(member);
          taken.add(member);
          if (isFree) known.push({ id: row, fields: { [slackId.name]: member } });
          else unknown.push(row);
          Context.current().heartbeat(unknown);
          if (known.length === AT_A_TIME) await keep();
        }
      } finally {
        await keep();
      }
      return unknown;
    };
    return whileBeating(askForAll, () => unknown);
  };

async function memberWith(slack: WebClient, email: string): Promise<MemberId | undefined> {
  for (;;) {
    try {
      const { id } = found.parse(await slack.users.lookupByEmail({ email })).user;
      return isMemberId(id) ? id : undefined;
    } catch (error) {
      if (slackError(error) === "users_not_found") return undefined;
      if (!(error instanceof WebAPIRateLimitedError)) throw slackFailure(error, "the look-up of a mentor by e-mail");
      await Context.current().sleep(error.retryAfter * 1000);
    }
  }
}
