import type { WebClient } from "@slack/web-api";
import { Context } from "@temporalio/activity";
import { z } from "zod";
import { isMemberId, type RecordId } from "../../domain/ids.ts";
import { slackError, slackFailure } from "../slack/slack-failure.ts";
import type { AirtableBase } from "./airtable.ts";
import { type Row, readTable } from "./read-table.ts";

/** Airtable takes ten rows in one call. */
const AT_A_TIME = 10;

const found = z.object({ user: z.object({ id: z.string() }) });

/**
 * Asks Slack once for each mentor without a Slack id who has the e-mail address in their row, and keeps the id there.
 * Says whose address Slack does not know. Never guesses from names.
 */
export const findMentorsByEmail =
  ({ base, slack }: { readonly base: AirtableBase; readonly slack: WebClient }) =>
  async (): Promise<readonly RecordId[]> => {
    const { name: table, columns } = base.tables.mentors;
    const filter = `AND({${columns.slackId.name}} = "", {${columns.email.name}} != "")`;
    const rows = await readTable(base, table, { columns: [columns.email.name], filter });
    const known: { id: string; fields: object }[] = [];
    const unknown: string[] = [];
    for (const row of rows) {
      Context.current().heartbeat();
      const member = await memberWith(slack, emailOf(row, columns.email.name));
      if (member) known.push({ id: row.id, fields: { [columns.slackId.name]: member } });
      else unknown.push(row.id);
    }
    for (let from = 0; from < known.length; from += AT_A_TIME) {
      await base.call({ method: "PATCH", table, body: { records: known.slice(from, from + AT_A_TIME) } });
    }
    return unknown as RecordId[];
  };

const emailOf = ({ fields }: Row, column: string): string =>
  String(fields[column] ?? "")
    .trim()
    .toLowerCase();

async function memberWith(slack: WebClient, email: string) {
  try {
    const { id } = found.parse(await slack.users.lookupByEmail({ email })).user;
    return isMemberId(id) ? id : undefined;
  } catch (error) {
    if (slackError(error) === "users_not_found") return undefined;
    throw slackFailure(error, "the look-up of a mentor by e-mail");
  }
}
