import type { MemberId, RecordId } from "./ids.ts";
import type { Choice } from "./request.ts";

/** What a mentor says of themselves. */
export interface MentorProfile {
  readonly skills: readonly Choice[];
  /** Empty means: whatever is asked for. */
  readonly services: readonly Choice[];
  readonly bio: string;
  /** How many mentees at a time; absent means any number. */
  readonly maxMentees?: number;
}

/** What somebody asks for with the form of `/mentor-volunteer`. */
export type Wish =
  | { readonly kind: "profile"; readonly profile: MentorProfile }
  /** They are mentioned again on that day, said by its midnight in UTC; the pause ends by itself. */
  | { readonly kind: "pause"; readonly until: number }
  /** Ends the pause now. */
  | { readonly kind: "resume" }
  | { readonly kind: "leave" };

/** How far the enrolment of one person has come. */
type Standing = "new" | "waiting-for-approval" | "enrolled" | "declined" | "left";

/** What is known of a mentor's enrolment. */
export interface Enrolment {
  readonly member: MemberId;
  readonly standing: Standing;
  readonly profile?: MentorProfile;
  readonly pausedUntil?: number;
  /** What a coordinator has said of this offer; of an earlier one it is forgotten. */
  readonly decided?: Approval;
}

/** A coordinator's word on a new mentor. */
export interface Approval {
  readonly approved: boolean;
  readonly by: MemberId;
}

/** What somebody offers, by the rows of what they chose. */
interface Offer {
  readonly skills: readonly RecordId[];
  readonly services: readonly RecordId[];
  readonly bio: string;
  readonly maxMentees?: number;
}

/** What the records hold of somebody who is a mentor, was one, or would like to be. */
export interface MentorOnRecord extends Offer {
  readonly active: boolean;
  readonly pausedUntil?: number;
}

/** What the form of `/mentor-volunteer` begins with. */
export interface KnownOffer {
  readonly standing: Standing;
  readonly offer?: Offer;
  /** Only of a break that is not over yet. */
  readonly pausedUntil?: number;
}
