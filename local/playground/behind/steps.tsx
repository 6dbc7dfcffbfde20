import type { ReactNode } from "react";
import type { Deed } from "../../../domain/policy.ts";
import type { MentorRequest } from "../../../domain/request.ts";
import { stepsToCome } from "../../../domain/steps.ts";
import { about } from "../about.ts";
import type { Clock } from "../clock.ts";

/** "tell the coordinator". */
export const deedInWords = (deed: Deed): string =>
  deed
    .replaceAll("-", " ")
    .replace("tell ceo", "tell the CEO")
    .replace(/ (coordinator|mentee)$/, " the $1");

interface ToCome {
  readonly state: MentorRequest;
  readonly now: number;
  readonly clock: Clock;
}

/** What will happen by itself, and when. */
export function Steps({ state, now, clock }: ToCome): ReactNode {
  const steps = stepsToCome(state);
  if (steps.length === 0) return null;
  return (
    <section aria-label="What comes next">
      <h3>What comes next</h3>
      <ol className="steps">
        {steps.map(({ id, row, at }) => (
          <li key={id}>
            <span className="what">{deedInWords(row.do)}</span>
            <span className="when">{at > now ? `in ${about(at - now)}` : "now"}</span>
            <time dateTime={new Date(at).toISOString()}>{clock.moment(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
