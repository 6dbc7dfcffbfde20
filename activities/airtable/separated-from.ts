import { isMemberId, type MemberId } from "../../domain/ids.ts";
import { TABLES } from "../../domain/tables.ts";
import type { AirtableBase } from "./airtable.ts";
import { type Row, readTable } from "./read-table.ts";

const { name: TABLE, columns } = TABLES.requests;

/** From this rating down the two are not brought together again. */
const LOW_RATING = 2;
const FRESH_MS = 10 * 60_000;
/** Beyond so many mentees the oldest are forgotten, and asked for again. */
const MENTEES_KEPT = 500;

/** The mentors whom this mentee rated so low that the two are never brought together again. */
export type Separated = (mentee: MemberId) => Promise<readonly MemberId[]>;

export function separatedIn(base: AirtableBase): Separated {
  const kept = new Map<MemberId, { readonly at: number; readonly mentors: readonly MemberId[] }>();
  return async (mentee) => {
    const known = kept.get(mentee);
    if (known && Date.now() - known.at < FRESH_MS) return known.mentors;
    const rows = await readTable(base, TABLE, {
      columns: [columns.mentorSlackId.name, columns.rating.name],
      filter: lowRatingsBy(mentee),
    });
    const mentors = rows.map(mentorOf).filter((mentor) => mentor !== undefined);
    kept.set(mentee, { at: Date.now(), mentors });
    const [oldest] = kept.keys();
    if (kept.size > MENTEES_KEPT && oldest) kept.delete(oldest);
    return mentors;
  };
}

/** A member id holds letters and digits only, so that nothing in the formula needs escaping. */
function lowRatingsBy(mentee: MemberId): string {
  const { mentee: who, rating } = columns;
  return `AND({${who.name}} = "${mentee}", {${rating.name}} >= 1, {${rating.name}} <= ${LOW_RATING})`;
}

function mentorOf({ fields }: Row): MemberId | undefined {
  const mentor = fields[columns.mentorSlackId.name];
  return isMemberId(mentor) ? mentor : undefined;
}
