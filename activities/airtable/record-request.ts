import type { RequestRecord } from "../../domain/record.ts";
import { TABLES } from "../../domain/tables.ts";
import type { Cached } from "../cached.ts";
import type { AirtableBase } from "./airtable.ts";
import type { MentorRow } from "./mentors.ts";

const { name: TABLE, columns } = TABLES.requests;

/** A mentor's row hardly ever changes its id. */
const ROWS_FRESH_MS = 24 * 60 * 60_000;

/**
 * Writes the whole snapshot over the row of this request, or into a new row. Twice is harmless: rows are found by their
 * `Request ID`, and one request has one writer.
 */
export const recordRequest =
  ({ base, mentors }: { readonly base: AirtableBase; readonly mentors: Cached<readonly MentorRow[]> }) =>
  async (record: RequestRecord): Promise<void> => {
    const mentor = record.mentor && (await mentors.get(ROWS_FRESH_MS)).find(({ id }) => id === record.mentor);
    const fields = {
      [columns.id.name]: record.id,
      [columns.mentee.name]: record.mentee,
      [columns.service.name]: [record.service],
      [columns.skills.name]: record.skills,
      [columns.details.name]: record.details,
      [columns.additions.name]: record.additions,
      [columns.affiliation.name]: record.affiliation ? [record.affiliation] : [],
      [columns.status.name]: record.status,
      [columns.mentor.name]: mentor ? [mentor.row] : [],
      [columns.mentorSlackId.name]: record.mentor ?? null,
      [columns.openedAt.name]: iso(record.openedAt),
      [columns.claimedAt.name]: record.claimedAt === undefined ? null : iso(record.claimedAt),
      [columns.agreedOn.name]: record.agreedOn === undefined ? null : iso(record.agreedOn),
      [columns.rating.name]: record.rating ?? null,
      [columns.comment.name]: record.comment ?? null,
      [columns.filedBy.name]: record.filedBy ?? null,
      [columns.followUpOf.name]: record.followUpOf ?? null,
      [columns.closedBecause.name]: record.closedBecause ?? null,
      [columns.mentioned.name]: record.mentioned.join(" "),
      [columns.passed.name]: record.passed.join(" "),
      [columns.excluded.name]: record.excluded.join(" "),
      [columns.post.name]: record.post ?? null,
      [columns.stepsDone.name]: record.stepsDone.join(", "),
      [columns.policy.name]: record.policy,
    };
    const body = { performUpsert: { fieldsToMergeOn: [columns.id.name] }, records: [{ fields }] };
    await base.call({ method: "PATCH", table: TABLE, body });
  };

const iso = (at: number): string => new Date(at).toISOString();
