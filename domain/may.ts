import type { Act, ActName, Role } from "./act.ts";
import type { RefusalReason } from "./outbox.ts";
import { holder, type MentorRequest, type Place } from "./request.ts";

type Where = readonly Place[];

const ANYWHERE: Where = ["waiting", "claimed", "held", "closed"];
const OPEN: Where = ["waiting", "claimed", "held"];
const UNTIL_HELD: Where = ["waiting", "claimed"];

/**
 * Role × act × place; what is not in the table is refused. A claim is taken from everybody everywhere, since each
 * claimer gets an answer of their own. The mentee's acts are those of this request's mentee, and from `agreed` to
 * `release` a mentor's are those of the mentor who holds it.
 */
export const MAY: { readonly [act in ActName]: { readonly [role in Role]?: Where } } = {
  claim: { mentor: ANYWHERE, mentee: ANYWHERE, coordinator: ANYWHERE, ceo: ANYWHERE },
  pass: { mentor: ["waiting"] },
  "ask-details": { mentor: UNTIL_HELD },
  agreed: { mentor: ["claimed"] },
  held: { mentor: ["claimed"] },
  "did-not-come": { mentor: ["claimed", "held"] },
  wrote: { mentor: ["claimed"] },
  release: { mentor: ["claimed"] },
  met: { mentee: ["claimed", "held"] },
  "not-yet": { mentee: ["claimed", "held"] },
  "mentor-never-wrote": { mentee: ["claimed", "held"] },
  "still-wanted": { mentee: ["claimed"] },
  rate: { mentee: ["held"] },
  "another-mentor": { mentee: ["held"] },
  "add-details": { mentee: UNTIL_HELD },
  withdraw: { mentee: OPEN },
  assign: { coordinator: ["waiting"], ceo: ["waiting"] },
  "take-away": { coordinator: ["claimed", "held"] },
  bump: { coordinator: ["waiting"] },
  "ask-mentee": { coordinator: OPEN },
  change: { coordinator: ["waiting"] },
  snooze: { coordinator: ["waiting"] },
  escalate: { coordinator: ["waiting"] },
  "write-to-mentors": { coordinator: ["waiting"], ceo: ["waiting"] },
  close: { coordinator: OPEN, ceo: OPEN },
  "apply-policy": { coordinator: OPEN },
};

const HOLDERS: readonly ActName[] = ["agreed", "held", "did-not-come", "wrote", "release"];

/** Why this person may not do this now; undefined when they may. */
export function mayNot(request: MentorRequest, { as, by, do: act }: Act): RefusalReason | undefined {
  const where = MAY[act][as];
  const { status } = request.standing;
  if (!where) return "not-allowed";
  if (act === "claim") return undefined;
  if (as === "mentee" && by !== request.mentee) return "not-yours";
  if (status === "closed") return "already-closed";
  if (HOLDERS.includes(act) && by !== holder(request)) return "not-yours";
  return where.includes(status) ? undefined : "not-now";
}
