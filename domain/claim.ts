import type { MemberId } from "./ids.ts";
import type { RefusalReason } from "./outbox.ts";
import type { MentorRequest, Standing } from "./request.ts";

/** What the mentor's record says at this moment; `"unknown"` while the records cannot be reached. */
export type MentorCheck = KnownMentor | "unknown";

export interface KnownMentor {
  readonly enrolled: boolean;
  readonly paused: boolean;
  readonly full: boolean;
  /** A bad rating has separated the two for good. */
  readonly separated: boolean;
}

export interface Refusal {
  readonly refused: RefusalReason;
}

/** What becomes of the request when this mentor presses the button. Pressing twice is harmless. */
export function claim(request: MentorRequest, mentor: MemberId, check: MentorCheck): Standing | Refusal {
  const refusal = refusalWithoutCheck(request, mentor);
  if (refusal) return refusal;
  if (check === "unknown") return { status: "claimed", by: mentor, verified: false };
  const reason = refusalByRecord(check);
  return reason ? { refused: reason } : { status: "claimed", by: mentor, verified: true };
}

/** Why a claim comes to nothing whatever the mentor's record says. Absent: the record decides. */
export function refusalWithoutCheck(
  { standing, mentee, excluded }: MentorRequest,
  mentor: MemberId,
): Refusal | undefined {
  switch (standing.status) {
    case "closed":
      return { refused: "already-closed" };
    case "claimed":
    case "held":
      return { refused: standing.by === mentor ? "already-yours" : "already-claimed" };
    case "waiting":
      if (mentor === mentee) return { refused: "own-request" };
      if (excluded.includes(mentor)) return { refused: "was-mentor-before" };
      return undefined;
  }
}

export function refusalByRecord(check: KnownMentor): RefusalReason | undefined {
  if (!check.enrolled) return "not-enrolled";
  if (check.separated) return "was-mentor-before";
  if (check.paused) return "paused";
  return check.full ? "full" : undefined;
}
