import type { ReactNode } from "react";
import { PARTS, type PartName, type Switches, type Working } from "./switches.ts";

const NAMES: { readonly [part in PartName]: string } = { slack: "Slack", airtable: "Airtable", worker: "Worker" };

const STATES: { readonly [part in PartName]: { readonly [state in Working]: string } } = {
  slack: { up: "up", down: "down", changing: "…" },
  airtable: { up: "up", down: "down", changing: "…" },
  worker: { up: "runs", down: "stopped", changing: "one moment…" },
};

/** What can go wrong, and whether it does. */
export function SwitchesView({ switches }: { readonly switches: Switches }): ReactNode {
  return (
    <fieldset className="switches">
      <legend>Let it go wrong:</legend>
      {PARTS.map((part) => {
        const state = switches.is(part);
        return (
          <button
            key={part}
            type="button"
            role="switch"
            aria-checked={state === "up"}
            aria-disabled={state === "changing" ? true : undefined}
            data-switch={part}
            className={state}
          >
            {NAMES[part]} <span className="state">{STATES[part][state]}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
