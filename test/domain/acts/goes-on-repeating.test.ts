import { expect, test } from "vitest";
import { reckonDueTimes } from "../../../activities/calendar/reckon-due-times.ts";
import { goesOnRepeating, repeatsOtherwise } from "../../../domain/acts/goes-on-repeating.ts";
import { carryOutDueSteps } from "../../../domain/carry-out.ts";
import { decide } from "../../../domain/decide.ts";
import { DAY } from "../../../domain/duration.ts";
import { DEFAULT_POLICY, type Policy } from "../../../domain/policy.ts";
import { unreckonedSteps } from "../../../domain/reckoned-steps.ts";
import type { MentorRequest } from "../../../domain/request.ts";
import { nextStep } from "../../../domain/steps.ts";
import { START } from "../a-request.ts";
import { COORDINATOR } from "../life/cast.ts";
import { anAct, standingIn } from "./places.ts";

const SIGNED = { by: COORDINATOR, as: "coordinator" } as const;
/** The default policy, with reminders this often. */
const reminding = (every: string, more: Partial<Policy> = {}): Policy => ({
  ...DEFAULT_POLICY,
  name: every,
  ...more,
  waiting: DEFAULT_POLICY.waiting.map((row) => (row.id === "remind" ? { ...row, every } : row)),
});

/** Unclaimed for so many days, with every reminder at its time. */
function unclaimedFor(days: number): MentorRequest {
  return Array.from({ length: days }, (_, day) => START + (day + 1) * DAY).reduce(
    (request, now) => ({ ...carryOutDueSteps(request, now), outbox: [] }),
    standingIn("waiting"),
  );
}

function applied(request: MentorRequest, policy: Policy, now: number, deed = "policy"): MentorRequest {
  const after = decide(request, anAct("apply-policy", SIGNED, { policy, actionId: deed }), now);
  return repeatsOtherwise(request, policy) ? goesOnRepeating(request, after) : after;
}

const LONG = unclaimedFor(88);
const LAST = START + 87.5 * DAY;

test.each([
  ["the same", "7 days", 7],
  ["a slower", "14 days", 14],
  ["a faster", "3 days", 3],
])("the next reminder after %s repeat comes that long after the last one", (_, every, days) => {
  const after = applied(LONG, reminding(every), START + 88 * DAY);
  expect(nextStep(after)).toMatchObject({ step: "remind", at: LAST + days * DAY });
  const told = carryOutDueSteps(after, LAST + days * DAY);
  expect(told.outbox.map(({ audience }) => audience)).toEqual(["coordinator", "ceo"]);
  expect(nextStep(told)).toMatchObject({ step: "remind", at: LAST + 2 * days * DAY });
});

test("a second change counts from the reminder after the first, and one that is still to come is the new policy's", () => {
  const slower = carryOutDueSteps(applied(LONG, reminding("14 days"), START + 88 * DAY), LAST + 14 * DAY);
  const faster = applied(slower, reminding("2 days"), LAST + 15 * DAY, "again");
  expect(nextStep(faster)).toMatchObject({ step: "remind", at: LAST + 16 * DAY });
  const young = unclaimedFor(11);
  expect(repeatsOtherwise(young, reminding("14 days"))).toBe(false);
  expect(nextStep(applied(young, reminding("14 days"), START + 11 * DAY))?.at).toBe(START + 17.5 * DAY);
});

test("a policy whose first reminder comes later still is waited for", () => {
  const waiting = DEFAULT_POLICY.waiting.map((row) => (row.id === "remind" ? { ...row, after: "200 days" } : row));
  const after = applied(LONG, { ...DEFAULT_POLICY, name: "patient", waiting }, START + 88 * DAY);
  expect(nextStep(after)).toMatchObject({ step: "remind", at: START + 200 * DAY });
});

test("where only working time counts from now on, the next is that many working days after the last", async () => {
  const calendar = {
    kind: "working",
    timeZone: "UTC",
    days: [1, 2, 3, 4, 5, 6, 7],
    from: "09:00",
    to: "17:00",
  } as const;
  const after = applied(LONG, reminding("7 days", { calendar }), START + 88 * DAY);
  const [next] = unreckonedSteps(after);
  const [at = 0] = await reckonDueTimes({ calendar, earlier: [], since: START, afters: [next?.after ?? 0] });
  expect(next?.key).toBe("remind 11");
  expect((at - START) / DAY).toBeCloseTo(94.5, 0);
});
