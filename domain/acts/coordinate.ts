import type { ActOf } from "../act.ts";
import { nextTime } from "../due-times.ts";
import { type RefusalReason, say, wasSaid } from "../outbox.ts";
import { type DoneStep, ended, type MentorRequest, noted } from "../request.ts";
import { stepsToCome } from "../steps.ts";
import { said, timesOf } from "../timeline.ts";
import { isTooFar } from "./too-far.ts";

/** The coordinator bumps it now, beside the bumps of the table. */
export function bumpNow(request: MentorRequest, { by, why }: ActOf<"bump">, now: number): MentorRequest {
  const nth = timesOf(request.timeline, "bump") + 1;
  const bumped = noted(request, { at: now, by, what: "bump", ...said(why) });
  return say(bumped, { audience: "mentors", about: "bump" }, `bump-by-hand-${nth}`, now);
}

/** Nothing happens by itself until that moment; the time until then does not count as waited. */
export function snooze(
  request: MentorRequest,
  { by, until, why }: ActOf<"snooze">,
  now: number,
): MentorRequest | RefusalReason {
  if (until <= now || isTooFar(until, now)) return "choose-another-moment";
  const { table, nth } = request.stay;
  const stay = { table, nth, earlier: ended(request.stay, now), since: until };
  const note = new Date(until).toISOString().slice(0, 16);
  return noted({ ...request, stay }, { at: now, by, what: "snooze", note, ...said(why) });
}

const BY_HAND = "escalate";

/** Whether the CEO was told in this stay that nobody has claimed it, by the table or by hand. */
export function isEscalated(request: MentorRequest): boolean {
  const byTable = request.policy.waiting.filter((row) => row.do === "tell-ceo").map(({ id }) => id);
  return [BY_HAND, ...byTable].some((step) => wasSaid(request, "ceo", step));
}

/**
 * Whether the CEO was told by hand just now, while the table's own time for it is still to be reckoned with the calendar:
 * then the step was not among those that are to come.
 */
export function isEscalatedUnreckoned(before: MentorRequest, after: MentorRequest): boolean {
  return !wasSaid(before, "ceo", BY_HAND) && wasSaid(after, "ceo", BY_HAND) && openCeoStep(after) !== undefined;
}

/** The same, with the table's own step ticked off, so that the CEO is not told a second time. */
export function withCeoStepDone(request: MentorRequest, now: number): MentorRequest {
  const step = openCeoStep(request);
  return step ? { ...request, done: [...request.done, { ...step, doneAt: now }] } : request;
}

function openCeoStep(request: MentorRequest): DoneStep | undefined {
  return request.policy.waiting
    .filter((row) => row.do === "tell-ceo")
    .map((row) => ({ step: row.id, nth: nextTime(request, row) }))
    .find((step): step is DoneStep => step.nth !== undefined);
}

/** The CEO hears of it now, and not a second time when the table says so. */
export function escalate(request: MentorRequest, { by, why }: ActOf<"escalate">, now: number): MentorRequest {
  const step = stepsToCome(request).find(({ row }) => row.do === "tell-ceo");
  const done = step ? [...request.done, { step: step.step, nth: step.nth, doneAt: now }] : request.done;
  const escalated = noted({ ...request, done }, { at: now, by, what: "escalate", ...said(why) });
  return say(escalated, { audience: "ceo", about: "unclaimed", ...said(why) }, step?.id ?? BY_HAND, now);
}

/** Another policy from now on. Steps that were done are never repeated in this stay, whatever the new table says of them. */
export function applyPolicy(request: MentorRequest, { by, policy }: ActOf<"apply-policy">, now: number): MentorRequest {
  const { reckoned: _, ...stay } = request.stay;
  const before = request.policy[stay.table].filter(({ again }) => !again).map(({ id }) => id);
  const doneInThisStay = policy[stay.table]
    .filter(({ id, again }) => again && before.includes(id))
    .flatMap(({ id }) => request.done.filter(({ step }) => step === id).slice(-1))
    .map((done) => ({ ...done, nth: stay.nth }))
    .filter(({ step, nth }) => !request.done.some((other) => other.step === step && other.nth === nth));
  const done = [...request.done, ...doneInThisStay];
  return noted(
    { ...request, policy, stay, done },
    { at: now, by, what: "apply-policy", note: policy.name.slice(0, 60) },
  );
}
