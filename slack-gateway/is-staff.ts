import { isChannelId } from "../domain/ids.ts";
import type { People } from "../workflows/contract.ts";
import type { Presser } from "./role-for.ts";

/**
 * Whether somebody may do what coordinators do: they are among them, or act in the coordinators' channel, which counts at
 * once, also while nobody can say who is in it.
 */
export function isCoordinator({ member, channel }: Presser, people: People | undefined): boolean {
  if (!people) return false;
  return people.coordinators.includes(member) || (isChannelId(channel) && people.coordinator === channel);
}

/** Whether somebody may do what the CEO does. */
export function isCeo({ member }: Presser, people: People | undefined): boolean {
  return people !== undefined && (people.ceo === member || (people.ceos ?? []).includes(member));
}

/** The CEO sees what coordinators see. */
export function isStaff(presser: Presser, people: People | undefined): boolean {
  return isCoordinator(presser, people) || isCeo(presser, people);
}
