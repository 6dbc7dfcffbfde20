import { isMemberId, type MemberId } from "../../domain/ids.ts";
import { type Copy, cached } from "../cached.ts";
import type { AirtableBase } from "./airtable.ts";
import { all, atLeast, atMost } from "./formula.ts";
import { readTable } from "./read-table.ts";

/** From this rating down the two are not brought together again. */
const LOW_RATING = 2;
const FRESH_MS = 10 * 60_000;

export interface Separated {
  /** The mentors whom this mentee rated so low that the two are never brought together again. */
  from(mentee: MemberId): Promise<readonly MemberId[]>;
  copy(): Copy;
}

/** All low ratings are read at once, for every mentee: there are few, and it is one call for as long as they are fresh. */
export function separatedIn(base: AirtableBase): Separated {
  const { mentee, mentorSlackId: mentor, rating } = base.tables.requests.columns;
  const lowRatings = cached("the list of low ratings", async () => {
    const filter = all(atLeast(rating, 1), atMost(rating, LOW_RATING));
    const rows = await readTable(base, "requests", { columns: [mentee, mentor], filter });
    return rows.map(({ fields }) => ({ mentee: fields[mentee.name], mentor: fields[mentor.name] }));
  });
  return {
    copy: lowRatings.copy,
    from: async (member) =>
      (await lowRatings.get(FRESH_MS))
        .filter((rated) => rated.mentee === member)
        .map((rated) => rated.mentor)
        .filter(isMemberId),
  };
}
