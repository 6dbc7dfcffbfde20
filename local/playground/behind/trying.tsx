import type { ReactNode } from "react";
import type { Trying } from "./look-into.ts";

interface Tried {
  readonly trying: readonly Trying[];
}

/** What has not succeeded yet, and when it is tried again. */
export function TryingView({ trying }: Tried): ReactNode {
  const failing = trying.filter(({ attempt }) => attempt > 1);
  if (failing.length === 0) return null;
  return (
    <section aria-label="Being tried" className="trying">
      <h3>Being tried again and again</h3>
      <ul>
        {failing.map(({ what, attempt, nextIn, why }) => (
          <li key={what}>
            <strong>{what}</strong>, attempt {attempt}
            {nextIn !== undefined && `, again in ${Math.ceil(nextIn / 1000)} s`}
            {why && <span className="why">{why}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
