import type { Enrolment, KnownOffer, MentorOnRecord } from "./enrolment.ts";

/**
 * What is known of somebody who opens the form. The records count, since staff change them by hand and mentors may be
 * older than any enrolment. `"unknown"`: nobody can say now what they offer, which is not the same as nothing.
 */
export function knownOffer(
  onRecord: MentorOnRecord | "none" | "unknown",
  enrolment: Enrolment | undefined,
  now: number,
): KnownOffer | "unknown" {
  if (onRecord === "unknown") return enrolment?.profile ? asRemembered(enrolment, now) : "unknown";
  const waits = enrolment?.standing === "waiting-for-approval";
  if (onRecord === "none") return { standing: waits ? "waiting-for-approval" : "new" };
  const { active, pausedUntil, ...offer } = onRecord;
  const standing = active ? "enrolled" : waits ? "waiting-for-approval" : "left";
  return { standing, offer, ...onBreak(pausedUntil, now) };
}

function asRemembered({ standing, profile, pausedUntil }: Enrolment, now: number): KnownOffer {
  const ids = (choices: NonNullable<typeof profile>["skills"]) => choices.map(({ id }) => id);
  const offer = profile && { ...profile, skills: ids(profile.skills), services: ids(profile.services) };
  return { standing, ...(offer && { offer }), ...onBreak(pausedUntil, now) };
}

const onBreak = (pausedUntil: number | undefined, now: number) =>
  pausedUntil !== undefined && pausedUntil > now ? { pausedUntil } : {};
