import type { ActName, Role } from "../domain/act.ts";
import type { MemberId } from "../domain/ids.ts";
import { MAY } from "../domain/may.ts";
import type { People } from "../workflows/contract.ts";
import { isCeo, isCoordinator } from "./is-staff.ts";

/** Who pressed, and where. */
export interface Presser {
  readonly member: MemberId;
  readonly channel?: string | undefined;
}

/**
 * In which role this person does this; undefined when it is not theirs to do. Whether they are this request's mentee, or
 * the mentor who holds it, is for the workflow to say.
 */
export function roleFor(act: ActName, { member, channel }: Presser, people: People | undefined): Role | undefined {
  const roles = MAY[act];
  if (roles.mentor) return "mentor";
  if (roles.mentee) return "mentee";
  if (roles.coordinator && isCoordinator({ member, channel }, people)) return "coordinator";
  if (roles.ceo && isCeo({ member, channel }, people)) return "ceo";
  return undefined;
}
