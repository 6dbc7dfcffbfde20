import { type KnownMentor, refusalByRecord } from "./claim.ts";
import type { MemberId } from "./ids.ts";
import { say } from "./outbox.ts";
import type { MentorRequest } from "./request.ts";
import { written } from "./timeline.ts";

const keptApart = ({ separated }: KnownMentor) => (separated ? ("kept-apart" as const) : undefined);

/**
 * The request once the record of a mentor could be read who claimed it in an outage, or to whom staff
 * have assigned it. Nothing is taken from anybody
 * silently: when the record says no, the coordinator decides.
 */
export function verifyClaim(request: MentorRequest, mentor: MemberId, check: KnownMentor, now: number): MentorRequest {
  const { standing } = request;
  if (standing.status !== "claimed" || standing.by !== mentor || standing.verified) return request;
  const reason = standing.assigned ? keptApart(check) : refusalByRecord(check);
  const entry = { at: now, by: "muster", what: "verified", to: mentor, ...(reason && { note: reason }) } as const;
  const verified = {
    ...request,
    standing: { ...standing, verified: true },
    timeline: written(request.timeline, entry),
  };
  if (!reason) return verified;
  return say(verified, { audience: "coordinator", about: "claim-in-doubt", words: reason }, "claim-in-doubt", now);
}
