import type { WebClient } from "@slack/web-api";
import { ApplicationFailure, log } from "@temporalio/activity";
import type { Briefing } from "../domain/briefing.ts";
import type { MemberId } from "../domain/ids.ts";
import { matchMentors } from "../domain/match-mentors.ts";
import type { MentorTable } from "./airtable/mentors.ts";
import type { Separated } from "./airtable/separated-from.ts";
import type { Cached } from "./cached.ts";
import { profileOf } from "./slack/profile.ts";
import type { Loads } from "./temporal/loads.ts";

/** What staff change in the records counts within a quarter of an hour. */
const FRESH_MS = 10 * 60_000;

export interface Matching {
  /** In milliseconds of the request's own clock. */
  readonly now: number;
  readonly atMost: number;
  readonly enough: number;
}

export interface MentorSources {
  readonly slack: WebClient;
  readonly mentors: Cached<MentorTable>;
  readonly loads: Loads;
  readonly separated: Separated;
}

/** Whom to mention next, best first. Throws while the mentors' records were never read and cannot be. */
export async function findMentors(
  { slack, mentors, loads, separated }: MentorSources,
  briefing: Briefing,
  { now, atMost, enough }: Matching,
): Promise<readonly MemberId[]> {
  const { asked, mentee, notNow } = briefing;
  const { utcOffset: menteeUtcOffset } = await profileOf(slack, mentee);
  const wanted = {
    skills: asked.skills.map(({ id }) => id),
    service: asked.service.id,
    mentee,
    not: [...notNow, ...(await separated.from(mentee))],
    now,
    atMost,
    enough,
    ...(menteeUtcOffset !== undefined && { menteeUtcOffset }),
  };
  return matchMentors((await mentors.get(FRESH_MS)).mentors, await loads(), wanted).map(({ id }) => id);
}

/** The same; `"unknown"` while the mentors' records were never read and cannot be. Whoever asks goes on without them. */
export async function mentorsIfKnown(
  sources: MentorSources,
  briefing: Briefing,
  matching: Matching,
): Promise<readonly MemberId[] | "unknown"> {
  try {
    return await findMentors(sources, briefing, matching);
  } catch (error) {
    if (!(error instanceof ApplicationFailure) || !error.type?.startsWith("airtable")) throw error;
    log.warn("nobody is mentioned for now: the mentors' records cannot be read", { reason: error.type });
    return "unknown";
  }
}
