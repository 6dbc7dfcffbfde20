import type { KnownMentor } from "../domain/claim.ts";
import type { MemberId } from "../domain/ids.ts";
import { isFull, isPaused } from "../domain/match-mentors.ts";
import type { MentorSources } from "./find-mentors.ts";

const FRESH_MS = 5 * 60_000;
/** Somebody who is not in the copy may have enrolled a moment ago. */
const JUST_NOW_MS = 5_000;

interface Question {
  readonly mentor: MemberId;
  readonly mentee: MemberId;
  readonly now: number;
}

/**
 * Whether this mentor may take another request now. Throws while the mentors' records were never read and cannot be;
 * a claim is then taken all the same, and checked later.
 */
export const lookUpMentor =
  ({ mentors, loads, separated }: Pick<MentorSources, "mentors" | "loads" | "separated">) =>
  async ({ mentor, mentee, now }: Question): Promise<KnownMentor> => {
    const find = async (maxAgeMs: number) => (await mentors.get(maxAgeMs)).mentors.find(({ id }) => id === mentor);
    const found = (await find(FRESH_MS)) ?? (await find(JUST_NOW_MS));
    if (!found) return { enrolled: false, paused: false, full: false, separated: false };
    return {
      enrolled: true,
      paused: isPaused(found, now),
      full: isFull(found, (await loads()).get(mentor)),
      separated: (await separated.from(mentee)).includes(mentor),
    };
  };
