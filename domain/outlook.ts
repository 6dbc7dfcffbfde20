import type { MemberId } from "./ids.ts";
import type { Deed } from "./policy.ts";
import { recordOf } from "./record.ts";
import type { MentorRequest, Outcome, Place } from "./request.ts";
import { HEARS, stepsToCome } from "./steps.ts";

/** What the mentee of a request would like to know of it, beside what they asked for. */
export interface Outlook {
  readonly status: Place;
  /** Of a closed one, whoever had it at the end. */
  readonly mentor?: MemberId;
  /** The date on which the two agreed. */
  readonly agreedOn?: number;
  /** The next that the mentee hears by itself. */
  readonly next?: { readonly deed: Deed; readonly at: number };
  readonly ended?: { readonly outcome: Outcome; readonly at: number };
}

export function outlookOf(request: MentorRequest): Outlook {
  const { standing, stay } = request;
  const { mentor } = recordOf(request);
  const next = stepsToCome(request).find(({ row }) => HEARS[row.do].includes("mentee"));
  return {
    status: standing.status,
    ...(mentor && { mentor }),
    ...(stay.agreedOn !== undefined && { agreedOn: stay.agreedOn }),
    ...(next && { next: { deed: next.row.do, at: next.at } }),
    ...(standing.status === "closed" && { ended: { outcome: standing.outcome, at: stay.since } }),
  };
}
