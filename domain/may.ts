import type { ActName, Role } from "./act.ts";
import type { Place } from "./request.ts";

const ANYWHERE: readonly Place[] = ["waiting", "claimed", "held", "closed"];
const WHILE_OPEN: readonly Place[] = ["waiting", "claimed", "held"];

/**
 * Role × act × place. A claim is taken from everybody everywhere: whether it wins is decided by `claim.ts`, which has
 * an answer for each claimer. What is not in the table is refused.
 */
const MAY: { readonly [act in ActName]: { readonly [role in Role]?: readonly Place[] } } = {
  claim: { mentor: ANYWHERE, mentee: ANYWHERE, coordinator: ANYWHERE, ceo: ANYWHERE },
  close: { coordinator: WHILE_OPEN, ceo: WHILE_OPEN },
};

export function may(role: Role, act: ActName, place: Place): boolean {
  return MAY[act][role]?.includes(place) ?? false;
}
