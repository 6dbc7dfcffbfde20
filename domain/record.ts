import type { MemberId, RecordId, RequestId } from "./ids.ts";
import type { Deed } from "./policy.ts";
import { holder, type MentorRequest, type Place } from "./request.ts";
import { writtenStep } from "./steps-done.ts";

/** A request as staff see it in the records: a whole snapshot, written over the one before. */
export interface RequestRecord {
  readonly id: RequestId;
  readonly mentee: MemberId;
  readonly service: RecordId;
  readonly skills: readonly RecordId[];
  readonly details: string;
  readonly additions: string;
  readonly affiliation?: RecordId;
  readonly status: Place;
  readonly mentor?: MemberId;
  readonly openedAt: number;
  readonly claimedAt?: number;
  readonly agreedOn?: number;
  readonly closedBecause?: string;
  readonly rating?: number;
  readonly comment?: string;
  readonly filedBy?: MemberId;
  readonly followUpOf?: RequestId;
  readonly passed: readonly MemberId[];
  readonly mentioned: readonly MemberId[];
  readonly excluded: readonly MemberId[];
  /** Where the current card stands: channel and time stamp. */
  readonly post?: string;
  /** Each with its time; see `readSteps`. */
  readonly stepsDone: readonly string[];
  readonly policy: string;
}

/** What of the record of an open request is written with the next thing that is worth a write; see `worthWriting`. */
export type WrittenLater = Pick<RequestRecord, "mentioned" | "stepsDone">;

/** The record as it should read now. */
export function recordOf(request: MentorRequest): RequestRecord {
  const { id, mentee, asked, openedAt, standing, stay, mentioned, passed, excluded, policy, feedback } = request;
  const { filedBy, followUpOf } = request;
  const mentor = holder(request) ?? feedback?.mentor ?? heldAtTheEnd(request);
  const post = request.posts.at(-1);
  return {
    id,
    mentee,
    service: asked.service.id,
    skills: asked.skills.map((skill) => skill.id),
    details: asked.details,
    additions: (asked.additions ?? []).join("\n\n"),
    ...(asked.affiliation && { affiliation: asked.affiliation.id }),
    status: standing.status,
    ...(mentor && { mentor }),
    openedAt,
    ...(request.claimedAt !== undefined && mentor && { claimedAt: request.claimedAt }),
    ...(stay.agreedOn !== undefined && { agreedOn: stay.agreedOn }),
    ...(feedback && { rating: feedback.rating, comment: feedback.comment }),
    ...(filedBy && { filedBy }),
    ...(followUpOf && { followUpOf }),
    passed,
    ...(standing.status === "closed" && { closedBecause: closedBecause(standing.outcome) }),
    mentioned,
    excluded,
    ...(post && { post: `${post.channel} ${post.ts}` }),
    stepsDone: request.done.map(writtenStep),
    policy: policy.name,
  };
}

/** Who had a request that is closed, when it was. */
function heldAtTheEnd({ standing, stay, pairings }: MentorRequest): MemberId | undefined {
  const last = pairings?.at(-1);
  return standing.status === "closed" && last?.until === stay.since ? last.mentor : undefined;
}

const FOR_STAFF: readonly Deed[] = ["tell-coordinator", "tell-ceo", "remind"];

/**
 * What of a record is worth a write of its own. Whom a bump mentioned, and that a member was told something, is written
 * with the next thing that is.
 */
export function worthWriting(request: MentorRequest): unknown {
  const record = recordOf(request);
  if (request.standing.status === "closed") return record;
  const { mentioned, stepsDone: _, ...rest } = record;
  const forStaff = request.policy.waiting.filter((row) => FOR_STAFF.includes(row.do)).map(({ id }) => id);
  return {
    ...rest,
    isMentioned: mentioned.length > 0,
    told: request.done.filter(({ step }) => forStaff.includes(step)),
  };
}

function closedBecause(outcome: Extract<MentorRequest["standing"], { status: "closed" }>["outcome"]): string {
  switch (outcome.kind) {
    case "completed":
      return "the session took place";
    case "withdrawn":
      return "withdrawn by the mentee";
    case "unanswered":
      return "the mentee did not come, and did not answer";
    case "closed-by-coordinator":
      return outcome.reason;
  }
}
