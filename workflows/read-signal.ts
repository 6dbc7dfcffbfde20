import type { Approval } from "../domain/enrolment.ts";
import { fieldsOf } from "../domain/fields-of.ts";
import { isActionId, isChannelId, isMemberId } from "../domain/ids.ts";
import type { People, Question } from "./contract.ts";
import type { SignedWish } from "./enrolment-contract.ts";

/*
 * Anybody who can open Temporal's own page can type a signal there. What is none of ours is undefined, and harms nothing:
 * a handler that throws would hold up everything that runs in the same workflow.
 */

export function readQuestion(payload: unknown): Question | undefined {
  const { from, text, actionId } = fieldsOf(payload);
  return isMemberId(from) && typeof text === "string" && isActionId(actionId) ? { from, text, actionId } : undefined;
}

export function readPeople(payload: unknown): People | undefined {
  const { coordinator, coordinators, ceo, ceos, mentorsChannel, conductContact } = fieldsOf(payload);
  if (!isMemberId(coordinator) && !isChannelId(coordinator)) return undefined;
  if (!isMemberId(ceo) || !isChannelId(mentorsChannel)) return undefined;
  const others = Array.isArray(coordinators) && coordinators.every(isMemberId) ? coordinators : undefined;
  if (!others) return undefined;
  const alsoCeos = Array.isArray(ceos) && ceos.every(isMemberId) ? { ceos } : {};
  const contact = typeof conductContact === "string" ? { conductContact } : {};
  return { coordinator, coordinators: others, ceo, ...alsoCeos, mentorsChannel, ...contact };
}

/** Its profile is what the form of the gateway made of it. */
export function readWish(payload: unknown): SignedWish | undefined {
  const { wish, actionId } = fieldsOf(payload);
  const { kind, profile, until } = fieldsOf(wish);
  const { skills, services, bio } = fieldsOf(profile);
  const isProfile = kind === "profile" && Array.isArray(skills) && Array.isArray(services) && typeof bio === "string";
  const isPause = kind === "pause" && typeof until === "number";
  return isActionId(actionId) && (isProfile || isPause || kind === "resume" || kind === "leave")
    ? (payload as SignedWish)
    : undefined;
}

export function readApproval(payload: unknown): Approval | undefined {
  const { approved, by } = fieldsOf(payload);
  return typeof approved === "boolean" && isMemberId(by) ? { approved, by } : undefined;
}
