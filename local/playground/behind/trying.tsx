import type { ReactNode } from "react";
import type { Clock } from "../clock.ts";
import type { Trying } from "./look-into.ts";

interface Tried {
  readonly trying: readonly Trying[];
  readonly clock: Clock;
}

/** What has not succeeded yet, and when it is tried again. */
export function TryingView({ trying, clock }: Tried): ReactNode {
  const failing = trying.filter(({ attempt }) => attempt > 1);
  if (failing.length === 0) return null;
  return (
    <section aria-label="Being tried" className="trying">
      <h3>Being tried again and again</h3>
      <ul>
        {failing.map(({ what, attempt, nextAt, why }) => (
          <li key={what}>
            <strong>{what}</strong>, attempt {attempt}
            {nextAt !== undefined && `, next at ${clock.time(nextAt)}`}
            {why && <span className="why">{why}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
