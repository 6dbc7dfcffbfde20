import type { ReactNode } from "react";
import { holder } from "../../../domain/request.ts";
import { about } from "../about.ts";
import { hrefOf } from "../place.ts";
import type { Reader } from "../slack/reader.ts";
import type { Listed, Look } from "./look-into.ts";
import { Steps } from "./steps.tsx";
import { TimeInHand } from "./time-in-hand.tsx";
import { TimelineView } from "./timeline.tsx";
import { TryingView } from "./trying.tsx";

export interface Panel {
  readonly look: Look;
  readonly listed: readonly Listed[];
  readonly reader: Reader;
  readonly temporalPage: string;
  readonly skipping: string | undefined;
  readonly isWorking: boolean;
  readonly realNow: number;
}

/** All that is known of one request. */
export function RequestPanel(panel: Panel): ReactNode {
  const { look, listed, reader, temporalPage, realNow } = panel;
  const { state } = look;
  return (
    <>
      <Choose listed={listed} chosen={look.id} reader={reader} />
      {state ? (
        <>
          <h2>
            {state.asked.service.name}: {state.asked.skills.map(({ name }) => name).join(", ")}
          </h2>
          <p className="standing">
            <span className={`pill ${state.standing.status}`}>{state.standing.status}</span> asked by{" "}
            {reader.nameOf(state.mentee)}
            {holder(state) && <>, with {reader.nameOf(holder(state) ?? "")}</>}
          </p>
        </>
      ) : (
        <p className="standing">
          <span className="pill">{look.running ? "running" : "closed"}</span> Only a worker can say more, and none
          answers.
        </p>
      )}
      <TimeInHand {...panel} />
      <TryingView trying={look.trying} />
      {state && <Steps state={state} now={look.now} clock={reader.clock} />}
      {state && <TimelineView timeline={state.timeline} reader={reader} />}
      <p className="elsewhere">
        <a href={temporalPage} target="_blank" rel="noopener noreferrer">
          The same workflow in Temporal’s own page
        </a>
        {look.now - realNow > A_MOMENT_MS && (
          <>. Its times lie up to {about(look.now - realNow)} in the future, since time was skipped for this request</>
        )}
      </p>
    </>
  );
}

const A_MOMENT_MS = 60_000;

interface Choice {
  readonly listed: readonly Listed[];
  readonly chosen: string;
  readonly reader: Reader;
}

function Choose({ listed, chosen, reader }: Choice): ReactNode {
  if (listed.length < 2) return null;
  return (
    <label className="choose">
      Request on show
      <select data-go="" defaultValue={hrefOf(reader.place, { request: chosen })}>
        {listed.map(({ id, mentee, skills, status }) => (
          <option key={id} value={hrefOf(reader.place, { request: id })}>
            {skills.join(", ")} · {reader.nameOf(mentee)} · {status}
          </option>
        ))}
      </select>
    </label>
  );
}
