import { expect, test } from "vitest";
import { hasLostDate, withDateOf } from "../../../domain/acts/agreed-date.ts";
import { decide } from "../../../domain/decide.ts";
import { DAY } from "../../../domain/duration.ts";
import { memberId } from "../../../domain/ids.ts";
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
