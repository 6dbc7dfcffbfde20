import type { ReactNode } from "react";
import { nextStep } from "../../../domain/steps.ts";
import { about } from "../about.ts";
import type { Panel } from "./request-panel.tsx";
import { deedInWords } from "./steps.tsx";

/** What time it is for the request, and the buttons that make it later. */
export function TimeInHand({ look, reader, skipping, isWorking, realNow }: Panel): ReactNode {
  const { state, now, running } = look;
  const next = state && nextStep(state);
  const ahead = now - realNow;
  const may = running && isWorking && !skipping;
  return (
    <section className="time" aria-label="Time in your hand">
      <p className="clock">
        <span>For this request it is</span>
        <time dateTime={new Date(now).toISOString()}>{reader.clock.moment(now)}</time>
        {running && ahead > 60_000 && <span className="ahead">{about(ahead)} skipped</span>}
      </p>
      {running && (
        <div className="jumps">
          <Jump by="hour" may={may} id={look.id}>
            One hour
          </Jump>
          <Jump by="day" may={may} id={look.id}>
            One day
          </Jump>
          <Jump by="step" may={may && next !== undefined} id={look.id} main>
            To the next step
          </Jump>
        </div>
      )}
      <p className="note" role="status">
        {said(
          panelState({ skipping, isWorking, running }),
          next && { what: deedInWords(next.row.do), in: next.at - now },
          skipping,
        )}
      </p>
    </section>
  );
}

type State = "closed" | "no-worker" | "skipping" | "ready";

function panelState(of: {
  readonly skipping?: string | undefined;
  readonly isWorking: boolean;
  readonly running: boolean;
}): State {
  if (!of.running) return "closed";
  if (!of.isWorking) return "no-worker";
  return of.skipping === undefined ? "ready" : "skipping";
}

function said(state: State, next: { readonly what: string; readonly in: number } | undefined, skipping = ""): string {
  switch (state) {
    case "closed":
      return "This request is closed.";
    case "no-worker":
      return "No worker runs: time cannot be skipped until one does.";
    case "skipping":
      return `Skipping ${skipping}… Time stands still while something is being tried.`;
    case "ready":
      if (!next) return "Nothing more happens by itself.";
      return next.in > 0 ? `Next: ${next.what}, in ${about(next.in)}` : `Next: ${next.what}, now`;
  }
}

interface OneJump {
  readonly by: string;
  readonly id: string;
  readonly may: boolean;
  readonly main?: boolean;
  readonly children: string;
}

function Jump({ by, id, may, main = false, children }: OneJump): ReactNode {
  return (
    <button
      type="button"
      className={main ? "button primary" : "button"}
      data-time={by}
      data-request={id}
      aria-disabled={may ? undefined : true}
    >
      {children}
    </button>
  );
}
