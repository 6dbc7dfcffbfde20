import type { MentorTable } from "../../activities/airtable/mentors.ts";
import type { Cached } from "../../activities/cached.ts";
import type { Mentor } from "../../domain/match-mentors.ts";
import { record } from "../domain/a-request.ts";

/** The table of mentors, with these in it. */
export function mentorsOnRecord(mentors: readonly Mentor[]): Cached<MentorTable> {
  return {
    get: async () => ({ mentors: mentors.map((one) => ({ ...one, row: record(one.id) })), leftOut: [] }),
    expire: () => undefined,
    copy: () => ({ what: "the list of mentors", isStale: false }),
  };
}
