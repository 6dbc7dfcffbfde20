import { expect, test } from "vitest";
import { reckonDueTimes } from "../../../activities/calendar/reckon-due-times.ts";
import {
  dateComesBack,
  hasLostDate,
  isDatedInWorkingTime,
  withDateOf,
  withDateReckoned,
  withDateThatWasSetAside,
} from "../../../domain/acts/agreed-date.ts";
import { carryOutDueSteps } from "../../../domain/carry-out.ts";
import { decide } from "../../../domain/decide.ts";
import { countedFrom } from "../../../domain/due-times.ts";
import { DAY } from "../../../domain/duration.ts";
import { memberId } from "../../../domain/ids.ts";
import { DEFAULT_POLICY, type Policy } from "../../../domain/policy.ts";
import { reckoned, unreckonedSteps } from "../../../domain/reckoned-steps.ts";
import { nextStep } from "../../../domain/steps.ts";
import { ADA, aRequest, BOB, START } from "../a-request.ts";

const KNOWN = { enrolled: true, paused: false, full: false, separated: false };
let deeds = 0;
function act(name: string, by: string, as: string, more: object = {}) {
  deeds += 1;
  return { do: name, by: memberId(by), as, actionId: `deed-${deeds}`, ...more } as never;
}

const claimed = decide(aRequest(), act("claim", ADA, "mentor", { pressedAt: 1 }), START, KNOWN);
const dated = decide(claimed, act("agreed", ADA, "mentor", { on: START + 20 * DAY }), START);

test("who says not yet, and has a date that lies ahead, is not asked before it", () => {
  const after = decide(dated, act("not-yet", BOB, "mentee"), START + DAY);
  expect(hasLostDate(dated, after, START + DAY)).toBe(true);
  expect(nextStep(withDateOf(dated, after))).toMatchObject({ step: "met", at: START + 21 * DAY });
});

test("a date that has passed, and one of a mentor who gave it back, count no more", () => {
  const later = decide(dated, act("not-yet", BOB, "mentee"), START + 21 * DAY);
  expect(hasLostDate(dated, later, START + 21 * DAY)).toBe(false);
  const back = decide(dated, act("release", ADA, "mentor", { reason: "ill" }), START + DAY);
  expect(hasLostDate(dated, back, START + DAY)).toBe(false);
  const moved = decide(dated, act("agreed", ADA, "mentor", { on: START + 9 * DAY }), START + DAY);
  expect(hasLostDate(dated, moved, START + DAY)).toBe(false);
});

test("a date that was set aside, while the mentor was said never to have written, comes back with their answer", () => {
  const silent = decide(dated, act("mentor-never-wrote", BOB, "mentee"), START + DAY);
  expect(nextStep(silent)).toMatchObject({ step: "never-wrote", at: START + 3 * DAY });
  const answered = decide(silent, act("wrote", ADA, "mentor"), START + 2 * DAY);
  expect(dateComesBack(silent, answered, START + 2 * DAY)).toBe(true);
  expect(nextStep(withDateThatWasSetAside(silent, answered))).toMatchObject({ step: "met", at: START + 21 * DAY });
  const lapsed = carryOutDueSteps(silent, START + 3 * DAY);
  expect(dateComesBack(silent, lapsed, START + 3 * DAY)).toBe(false);
  const [late, anew] = [
    decide(silent, act("wrote", ADA, "mentor"), START + 21 * DAY),
    decide(silent, act("agreed", ADA, "mentor", { on: START + 9 * DAY }), START + 2 * DAY),
  ];
  expect(dateComesBack(silent, late, START + 21 * DAY)).toBe(false);
  expect(dateComesBack(silent, anew, START + 2 * DAY)).toBe(false);
  const never = decide(silent, act("mentor-never-wrote", BOB, "mentee"), START + 2 * DAY);
  expect(dateComesBack(silent, never, START + 2 * DAY)).toBe(false);
});

const calendar = {
  kind: "working",
  timeZone: "America/New_York",
  days: [1, 2, 3, 4, 5],
  from: "09:00",
  to: "17:00",
  holidays: "US",
} as const;
const OFFICE_HOURS: Policy = { ...DEFAULT_POLICY, name: "office hours", calendar };

test("where only working time counts, nobody is asked on a day off after a session on a Friday evening", async () => {
  const opened = aRequest({ policy: OFFICE_HOURS });
  const before = decide(opened, act("claim", ADA, "mentor", { pressedAt: 1 }), START, KNOWN);
  const on = Date.parse("2026-05-22T23:00:00Z");
  const agreed = decide(before, act("agreed", ADA, "mentor", { on }), START);
  expect(isDatedInWorkingTime(before, agreed)).toBe(true);
  expect(isDatedInWorkingTime(claimed, dated)).toBe(false);

  const inWorkingTime = withDateReckoned(agreed);
  const steps = unreckonedSteps(inWorkingTime);
  expect(steps.map(({ key }) => key)).toEqual([`met ${agreed.stay.nth}`, `lapse ${agreed.stay.nth}`]);
  const since = countedFrom(inWorkingTime.stay);
  const times = await reckonDueTimes({ calendar, earlier: [], since, afters: steps.map(({ after }) => after) });
  const known = reckoned(inWorkingTime, Object.fromEntries(steps.map(({ key }, i) => [key, times[i] ?? 0])));
  // Monday is Memorial Day.
  expect(nextStep(known)).toMatchObject({ step: "met", at: Date.parse("2026-05-26T21:00:00Z") });
  expect(withDateOf(known, decide(known, act("not-yet", BOB, "mentee"), START + DAY)).stay.reckonsDate).toBe(true);

  const asBefore = nextStep(agreed);
  expect(asBefore).toMatchObject({ step: "met", at: on + DAY });
});
