import type { MemberId } from "./ids.ts";
import type { Choice } from "./request.ts";

/** What a mentor says of themselves. */
export interface MentorProfile {
  readonly skills: readonly Choice[];
  /** Empty means: whatever is asked for. */
  readonly services: readonly Choice[];
  readonly bio: string;
  /** How many mentees at a time. */
  readonly maxMentees: number;
}

/** What somebody asks for with the form of `/mentor-volunteer`. */
export type Wish =
  | { readonly kind: "profile"; readonly profile: MentorProfile }
  /** Nothing is sent to them before that moment, in milliseconds; the pause ends by itself. */
  | { readonly kind: "pause"; readonly until: number }
  | { readonly kind: "leave" };

/** How far the enrolment of one person has come. */
type Standing = "new" | "waiting-for-approval" | "enrolled" | "declined" | "left";

/** What is known of a mentor's enrolment. */
export interface Enrolment {
  readonly member: MemberId;
  readonly standing: Standing;
  readonly profile?: MentorProfile;
  readonly pausedUntil?: number;
}
