import type { Enrolment, MentorOnRecord, Wish } from "../domain/enrolment.ts";
import type { ActionId, MemberId } from "../domain/ids.ts";

/** One person's enrolment as a mentor, and every later change of it. */
export const MENTOR_ENROLMENT = "mentorEnrolment";

export const enrolmentId = (member: MemberId): string => `enrolment-${member}`;

export interface EnrolmentInput {
  readonly member: MemberId;
  /** Whether a coordinator has to agree before a new mentor sees members' details. */
  readonly approval: boolean;
  /** What was known before, from an earlier run. */
  readonly before?: Enrolment;
}

/** What the person asks for. The same submission delivered twice is one. */
export const WISH_SIGNAL = "wish";
export type SignedWish = { readonly wish: Wish; readonly actionId: ActionId };

/** A coordinator agrees, or does not: an `Approval`. The first word counts. */
export const APPROVAL_SIGNAL = "approval";

export const ENROLMENT_QUERY = "enrolment";

/** Reads what the records say of one person: the gateway has no access to them. */
export const MENTOR_ON_RECORD = "mentorOnRecord";
export const mentorOnRecordId = (member: MemberId): string => `mentor-on-record-${member}`;
export type OnRecord = MentorOnRecord | "none" | "unknown";
