import type { MemberId, RequestId } from "./ids.ts";
import { type Asked, holder, type MentorRequest, type Place, type Posted, waited } from "./request.ts";
import { nextStep } from "./steps.ts";

/** What a message about a request may speak of, as it is when the message goes out. */
export interface Briefing {
  readonly id: RequestId;
  readonly mentee: MemberId;
  readonly asked: Asked;
  readonly status: Place;
  readonly holder?: MemberId;
  readonly openedAt: number;
  /** Of the staff who asked for them. */
  readonly filedBy?: MemberId;
  /** Time without a mentor, in milliseconds. */
  readonly waited: number;
  /** From when on it waits again, while that is still to come. */
  readonly snoozedUntil?: number;
  readonly mentioned: readonly MemberId[];
  readonly passed: readonly MemberId[];
  /** Whom not to mention now. */
  readonly notNow: readonly MemberId[];
  readonly agreedOn?: number;
  /** In how much time whoever is asked has to answer, where the stay ends without: "2 days". */
  readonly answerWithin?: string;
  /** The current card. */
  readonly post?: Posted;
  /** When something happens next, in milliseconds. */
  readonly nextStepAt?: number;
}

export function briefingOf(request: MentorRequest, now: number): Briefing {
  const { id, mentee, asked, openedAt, filedBy, mentioned, passed, excluded, mentionedThisTime, stay } = request;
  const by = holder(request);
  const post = request.posts.at(-1);
  const next = nextStep(request);
  const answerWithin = timeToAnswer(request);
  return {
    id,
    mentee,
    asked,
    openedAt,
    mentioned,
    passed,
    notNow: [...excluded, ...passed, ...mentionedThisTime],
    status: request.standing.status,
    waited: waited(request, now),
    ...(request.standing.status === "waiting" && stay.since > now && { snoozedUntil: stay.since }),
    ...(filedBy && { filedBy }),
    ...(by && { holder: by }),
    ...(answerWithin && { answerWithin }),
    ...(post && { post }),
    ...(next && { nextStepAt: next.at }),
    ...(stay.agreedOn !== undefined && { agreedOn: stay.agreedOn }),
  };
}

/** Of the two questions that no row of a table asks: they are asked when the stay begins. */
function timeToAnswer({ policy, stay: { table } }: MentorRequest): string | undefined {
  const end = table === "missed" || table === "silent" ? policy[table].at(-1) : undefined;
  return end && (policy.calendar.kind === "working" ? `${end.after} of working time` : end.after);
}
