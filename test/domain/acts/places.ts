import { type Act, type ActName, type Role, readAct } from "../../../domain/act.ts";
import type { MemberId } from "../../../domain/ids.ts";
import { DEFAULT_POLICY } from "../../../domain/policy.ts";
import { type MentorRequest, moved, type Place } from "../../../domain/request.ts";
import { ADA, aRequest, KEN, record, START } from "../a-request.ts";

export const PLACES: readonly Place[] = ["waiting", "claimed", "held", "closed"];

export const HOUR = 3_600_000;
export const NOW = START + 24 * HOUR;

/** Bob's request, in this place; wherever a mentor has it, Ada does. Nothing waits to be said. */
export function standingIn(place: Place): MentorRequest {
  const waiting = aRequest();
  const claimed = moved(waiting, { status: "claimed", by: ADA, verified: true }, START + HOUR);
  const held = moved(claimed, { status: "held", by: ADA }, START + 2 * HOUR);
  switch (place) {
    case "waiting":
      return waiting;
    case "claimed":
      return claimed;
    case "held":
      return held;
    case "closed":
      return moved(held, { status: "closed", outcome: { kind: "completed" } }, START + 3 * HOUR);
  }
}

/** Everything that any of them needs. */
const FIELDS = {
  pressedAt: NOW,
  question: "When would suit you?",
  on: NOW + 48 * HOUR,
  reason: "I am moving house",
  rating: 5,
  comment: "Very much so",
  details: "Evenings suit me",
  mentor: KEN,
  mentors: [KEN],
  service: { id: record("Pairing"), name: "Pairing" },
  skills: [{ id: record("Rust"), name: "Rust" }],
  until: NOW + 72 * HOUR,
  policy: { ...DEFAULT_POLICY, name: "patient" },
};

export function anAct(name: ActName, signed: { readonly by: MemberId; readonly as: Role }, more: object = {}): Act {
  const act = readAct(name, { ...FIELDS, actionId: "deed", ...signed, ...more });
  if ("wrong" in act) throw new Error(act.wrong);
  return act;
}
