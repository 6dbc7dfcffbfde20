import { expect } from "vitest";
import { briefingOf } from "../../../domain/briefing.ts";
import { cardOf } from "../../../domain/card.ts";
import { currentDetails } from "../../../domain/current-details.ts";
import type { Message } from "../../../domain/outbox.ts";
import { recordOf } from "../../../domain/record.ts";
import { holder, type MentorRequest } from "../../../domain/request.ts";
import { nextStep, type Occurrence } from "../../../domain/steps.ts";
import { stillTrue } from "../../../domain/still-true.ts";

/** Beyond this, Temporal's histories grow heavy. */
const STATE_AT_MOST = 200_000;

/** What must be true of a request whenever the workflow has looked at it. Returns its next step. */
export function holdsAlways(request: MentorRequest): Occurrence | undefined {
  const by = holder(request);
  expect(by, "nobody is their own mentor").not.toBe(request.mentee);
  if (by) expect(request.excluded, "an excluded mentor never holds it").not.toContain(by);
  const waiting = request.outbox
    .filter(isSaidOnce)
    .map((message) => `${message.audience} ${message.about} ${"to" in message ? message.to : ""}`);
  expect(new Set(waiting).size, "the same waits once to be said").toBe(waiting.length);
  const done = request.done.map(({ step, nth }) => `${step} ${nth}`);
  expect(new Set(done).size, "no step is done twice").toBe(done.length);
  const next = nextStep(request);
  if (request.standing.status !== "closed") expect(next, "an open request has a next step").toBeDefined();
  return next;
}

/** What must be true of each change, whatever caused it. */
export function holdsAfter(before: MentorRequest, after: MentorRequest): void {
  holdsAlways(after);
  const [had, has] = [holder(before), holder(after)];
  if (had && has) expect(has, "no valid claim is overwritten").toBe(had);
  if (before.standing.status === "closed") expect(after.standing, "closed is closed").toEqual(before.standing);
  expect(
    before.excluded.filter((who) => !after.excluded.includes(who)),
    "who is excluded stays so",
  ).toEqual([]);
  expect(after.stay.nth).toBeGreaterThanOrEqual(before.stay.nth);
}

const isSaidOnce = ({ audience, about }: Message): boolean =>
  audience !== "claimer" && !["question", "details-added", "unreachable"].includes(about);

/** Everything that is made of a request can be made of this one. */
export function canBeShown(request: MentorRequest, now: number): void {
  recordOf(request);
  briefingOf(request, now);
  currentDetails(request, now, []);
  for (const post of request.posts) cardOf(request, post);
  for (const message of request.outbox) stillTrue(request, message);
}

export function isSmall(request: MentorRequest): void {
  expect(Buffer.byteLength(JSON.stringify(request)), "bytes of the state").toBeLessThan(STATE_AT_MOST);
}
