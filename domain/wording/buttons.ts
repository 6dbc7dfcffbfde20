import type { ActName } from "../act.ts";
import type { Button } from "./words.ts";

/** What stands on the button of each act. */
const LABELS: { readonly [act in ActName]: string } = {
  claim: "I can help",
  pass: "Not for me",
  "ask-details": "Ask for more details",
  agreed: "We agreed on a date",
  held: "The session took place",
  "did-not-come": "The mentee did not come",
  wrote: "I have written",
  release: "I cannot do it after all",
  met: "We met",
  "not-yet": "Not yet",
  "mentor-never-wrote": "My mentor never wrote",
  "still-wanted": "Yes, I still want it",
  rate: "Say how it was",
  "another-mentor": "I would like another mentor",
  "add-details": "Add details",
  withdraw: "I no longer need it",
  assign: "Assign a mentor",
  "take-away": "Take it away from the mentor",
  bump: "Bump it now",
  "ask-mentee": "Ask the mentee",
  change: "Change service and skills",
  snooze: "Wait until a date",
  escalate: "Tell the CEO now",
  "write-to-mentors": "Write to mentors",
  close: "Close it",
  "apply-policy": "Apply a policy",
};

const SURE: { readonly [act in ActName]?: string } = {
  withdraw: "Your request is closed then, and mentors no longer see it.",
  "another-mentor": "Your request is shown to other mentors again, and your mentor until now does not get it.",
  escalate: "The CEO gets a direct message about this request now.",
};

const MAIN: readonly ActName[] = ["claim", "held", "met", "still-wanted", "rate", "assign"];

export function buttons(...acts: readonly ActName[]): readonly Button[] {
  return acts.map((act) => {
    const sure = SURE[act];
    return { act, label: LABELS[act], ...(MAIN.includes(act) && { main: true }), ...(sure && { sure }) };
  });
}
