import { expect, test } from "vitest";
import type { ActName, Role } from "../../../domain/act.ts";
import { isEscalatedUnreckoned, withCeoStepDone } from "../../../domain/acts/coordinate.ts";
import { contradiction, contradictsSilence } from "../../../domain/acts/meet.ts";
import { asksInWorkingTime, carryOutDueSteps } from "../../../domain/carry-out.ts";
import { idProblems } from "../../../domain/check-step-ids.ts";
import { decide, refusalOf } from "../../../domain/decide.ts";
import { DEFAULT_POLICY, TABLES_OF_STEPS } from "../../../domain/policy.ts";
import { begunAnew, holder, type MentorRequest, type Place } from "../../../domain/request.ts";
import { nextStep } from "../../../domain/steps.ts";
import { ADA, BOB, KEN, START } from "../a-request.ts";
import { CEO, COORDINATOR } from "../life/cast.ts";
import { anAct, HOUR, NOW, standingIn } from "./places.ts";

const WHO: { readonly [role in Role]: typeof ADA } = { mentee: BOB, mentor: ADA, coordinator: COORDINATOR, ceo: CEO };
const DAY = 24 * HOUR;
const KNOWN = { enrolled: true, paused: false, full: false, separated: false };

const told = ({ outbox }: MentorRequest) =>
  outbox.map((message) => `${message.about} to ${"to" in message ? message.to : message.audience}`);

function where(request: MentorRequest): string {
  const { standing, stay } = request;
  const by = holder(request);
  if (standing.status === "closed") return `closed: ${standing.outcome.kind}`;
  return `${stay.table}${by ? ` by ${by}` : ""}`;
}

type Row = readonly [ActName, Role, Place | "missed" | "silent", string, readonly string[]];

function standing(place: Row[2]): MentorRequest {
  return place === "missed" || place === "silent"
    ? begunAnew(standingIn("claimed"), place, NOW - HOUR)
    : standingIn(place);
}

test.each<Row>([
  ["claim", "mentor", "waiting", "claimed by U0ADA", ["claimed to U0ADA", "claimed to mentee"]],
  ["pass", "mentor", "waiting", "waiting", []],
  ["ask-details", "mentor", "waiting", "waiting", ["question to mentee"]],
  ["ask-details", "mentor", "claimed", "claimed by U0ADA", ["question to mentee"]],
  ["agreed", "mentor", "claimed", "claimed by U0ADA", ["agreed to mentee"]],
  ["agreed", "mentor", "missed", "claimed by U0ADA", ["agreed to mentee"]],
  ["held", "mentor", "claimed", "held by U0ADA", []],
  ["held", "mentor", "silent", "held by U0ADA", []],
  ["did-not-come", "mentor", "claimed", "missed by U0ADA", ["still-wanted to mentee"]],
  ["did-not-come", "mentor", "held", "held by U0ADA", ["contradiction to coordinator"]],
  ["wrote", "mentor", "claimed", "claimed by U0ADA", []],
  ["wrote", "mentor", "silent", "claimed by U0ADA", ["contradiction to coordinator"]],
  ["release", "mentor", "claimed", "waiting", ["open-again to mentee"]],
  ["met", "mentee", "claimed", "held by U0ADA", []],
  ["met", "mentee", "missed", "held by U0ADA", ["contradiction to coordinator"]],
  ["met", "mentee", "held", "held by U0ADA", []],
  ["not-yet", "mentee", "claimed", "claimed by U0ADA", []],
  ["not-yet", "mentee", "held", "held by U0ADA", ["contradiction to coordinator"]],
  ["mentor-never-wrote", "mentee", "claimed", "silent by U0ADA", ["have-you-written to U0ADA"]],
  ["mentor-never-wrote", "mentee", "silent", "silent by U0ADA", []],
  ["mentor-never-wrote", "mentee", "held", "held by U0ADA", ["contradiction to coordinator"]],
  [
    "mentor-never-wrote",
    "mentee",
    "missed",
    "silent by U0ADA",
    ["contradiction to coordinator", "have-you-written to U0ADA"],
  ],
  ["still-wanted", "mentee", "missed", "claimed by U0ADA", ["still-wanted to U0ADA"]],
  ["rate", "mentee", "held", "closed: completed", []],
  ["another-mentor", "mentee", "held", "waiting", ["another-mentor to coordinator"]],
  ["add-details", "mentee", "waiting", "waiting", []],
  ["add-details", "mentee", "claimed", "claimed by U0ADA", ["details-added to U0ADA"]],
  ["withdraw", "mentee", "waiting", "closed: withdrawn", []],
  ["withdraw", "mentee", "claimed", "closed: withdrawn", ["withdrawn to U0ADA"]],
  ["withdraw", "mentee", "held", "closed: withdrawn", ["withdrawn to U0ADA"]],
  ["assign", "coordinator", "waiting", "claimed by U0KEN", ["assigned to U0KEN", "claimed to mentee"]],
  ["assign", "ceo", "waiting", "claimed by U0KEN", ["assigned to U0KEN", "claimed to mentee"]],
  ["take-away", "coordinator", "claimed", "waiting", ["taken-away to U0ADA", "open-again to mentee"]],
  ["take-away", "coordinator", "held", "waiting", ["taken-away to U0ADA", "open-again to mentee"]],
  ["bump", "coordinator", "waiting", "waiting", ["bump to mentors"]],
  ["ask-mentee", "coordinator", "held", "held by U0ADA", ["question to mentee"]],
  ["change", "coordinator", "waiting", "waiting", ["mention to mentors"]],
  ["snooze", "coordinator", "waiting", "waiting", []],
  ["escalate", "coordinator", "waiting", "waiting", ["unclaimed to ceo"]],
  ["write-to-mentors", "ceo", "waiting", "waiting", ["invited to U0KEN"]],
  ["close", "coordinator", "waiting", "closed: closed-by-coordinator", ["closed to mentee"]],
  ["close", "ceo", "claimed", "closed: closed-by-coordinator", ["closed to mentee", "closed to U0ADA"]],
  ["apply-policy", "coordinator", "claimed", "claimed by U0ADA", []],
])("%s by the %s of a request that is %s: it is then %s", (name, role, place, then, hear) => {
  const after = decide(standing(place), anAct(name, { by: WHO[role], as: role }), NOW, KNOWN);
  expect(where(after)).toBe(then);
  expect(told(after)).toEqual(hear);
  expect(after.timeline.entries.at(-1)).toMatchObject({ at: NOW });
  expect(after.timeline.entries.some(({ by, what }) => by === WHO[role] && what === name)).toBe(true);
  expect(after.outbox.map(({ step }) => step).filter(isFreeForAPolicy)).toEqual([]);
});

const OF_THE_POLICY = TABLES_OF_STEPS.flatMap((table) => DEFAULT_POLICY[table].map(({ id }) => id));

/** What the programme itself says must not be called as a step of somebody's policy may be: one would count as the other. */
const isFreeForAPolicy = (id: string): boolean =>
  !OF_THE_POLICY.includes(id) &&
  idProblems([{ table: "waiting", where: "a step", id, do: "bump", repeats: false }]).length === 0;

const by = (role: Role, name: ActName, more: object = {}) => anAct(name, { by: WHO[role], as: role }, more);

test("whoever presses what they may not is told why, and it stands in the timeline", () => {
  const after = decide(standingIn("waiting"), by("mentor", "held"), NOW);
  expect(told(after)).toEqual(["not-yours to U0ADA"]);
  expect(after.timeline.entries.at(-1)).toMatchObject({ what: "refused", by: ADA, note: "held: not-yours" });
});

test.each<ActName>(["assign", "bump", "change", "snooze", "escalate", "write-to-mentors"])(
  "why the coordinator did it stands in the timeline, where they have said so: %s",
  (name) => {
    const wordsOf = (more: object) =>
      decide(standingIn("waiting"), by("coordinator", name, more), NOW).timeline.entries.find(
        ({ what }) => what === name,
      )?.words;
    expect(wordsOf({ why: "They asked for it" })).toBe("They asked for it");
    for (const why of ["", "  ", 5, null]) expect(wordsOf({ why })).toBeUndefined();
    expect(wordsOf({})).toBeUndefined();
  },
);

test.each(["write-to-mentors", "escalate"] as const)("what was said before in this stay is refused: %s", (name) => {
  const again = by("coordinator", name, { actionId: "again" });
  expect(refusalOf(standingIn("waiting"), again, NOW)).toBeUndefined();
  const once = decide(standingIn("waiting"), by("coordinator", name), NOW);
  expect(refusalOf(once, again, NOW)).toBe("said-before");
  const anew = begunAnew({ ...once, stay: { ...once.stay, nth: once.stay.nth + 1 } }, "waiting", NOW);
  expect(refusalOf(anew, again, NOW)).toBeUndefined();
});

test.each<ActName>(["did-not-come", "held"])("%s contradicts that the mentor never wrote", (name) => {
  const decided = (table: "silent" | "claimed") => {
    const before = begunAnew(standingIn("claimed"), table, NOW - HOUR);
    return contradictsSilence(before, decide(before, by("mentor", name), NOW), name);
  };
  expect([decided("silent"), decided("claimed")]).toEqual([true, false]);
  const refused = begunAnew(standingIn("claimed"), "silent", NOW - HOUR);
  const byAnother = anAct(name, { by: KEN, as: "mentor" });
  expect(contradictsSilence(refused, decide(refused, byAnother, NOW), name)).toBe(false);
  expect(told(contradiction(standingIn("claimed"), NOW))).toEqual(["contradiction to coordinator"]);
});

test("the same deed delivered twice changes nothing", () => {
  const once = decide(standingIn("waiting"), by("coordinator", "bump"), NOW);
  expect(decide(once, by("coordinator", "bump"), NOW + HOUR)).toBe(once);
});

test("an agreed date moves the question to the day after it; a past one counts from when it was said", () => {
  const soon = decide(standingIn("claimed"), by("mentor", "agreed", { on: NOW + 2 * DAY }), NOW);
  expect(nextStep(soon)).toMatchObject({ step: "met", at: NOW + 3 * DAY });
  const past = decide(standingIn("claimed"), by("mentor", "agreed", { on: NOW - 20 * DAY }), NOW);
  expect(nextStep(past)).toMatchObject({ step: "met", at: NOW + DAY });
});

test.each<[ActName, Role, Place, object]>([
  ["agreed", "mentor", "claimed", { on: NOW + 900 * DAY }],
  ["snooze", "coordinator", "waiting", { until: NOW + 900 * DAY }],
  ["snooze", "coordinator", "waiting", { until: NOW - DAY }],
])("%s is refused with a date that cannot be meant", (name, role, place, more) => {
  const before = standingIn(place);
  const after = decide(before, by(role, name, more), NOW);
  expect(after.stay).toEqual(before.stay);
  expect(told(after)).toEqual([`choose-another-moment to ${WHO[role]}`]);
});

test("a rating of 1 or 2 keeps the two apart for good, and the coordinator hears of it; 3 does not", () => {
  const low = decide(standingIn("held"), by("mentee", "rate", { rating: 2 }), NOW);
  expect([low.excluded, told(low)]).toEqual([[ADA], ["low-rating to coordinator"]]);
  const fair = decide(standingIn("held"), by("mentee", "rate", { rating: 3 }), NOW);
  expect([fair.excluded, told(fair)]).toEqual([[], []]);
});

test("after the session did not help, the former mentor cannot have it again, whoever would like that", () => {
  const again = decide(standingIn("held"), by("mentee", "another-mentor", { actionId: "a" }), NOW);
  const claimed = decide(again, by("mentor", "claim", { actionId: "b" }), NOW, KNOWN);
  const assigned = decide(claimed, by("coordinator", "assign", { actionId: "c", mentor: ADA }), NOW);
  expect(where(assigned)).toBe("waiting");
  expect(told(assigned)).toContain("was-mentor-before to U0ADA");
});

test("the CEO who was told by hand is not told again when the table would, also after it was claimed and given back", () => {
  const toCeo = ({ outbox }: MentorRequest) =>
    outbox.filter(({ audience }) => audience === "ceo").map(({ step }) => step);
  const escalated = decide(standingIn("waiting"), by("coordinator", "escalate"), NOW);
  expect(toCeo(escalated)).toEqual(["ceo"]);

  const claimed = decide({ ...escalated, outbox: [] }, by("mentor", "claim", { actionId: "a" }), NOW, KNOWN);
  const back = decide(claimed, by("mentor", "release", { actionId: "b" }), NOW);
  const due = carryOutDueSteps(back, START + 11 * DAY);
  expect(toCeo(due)).toEqual([]);
  expect(nextStep(due)).toMatchObject({ step: "remind", at: START + 17.5 * DAY });
  expect(toCeo(carryOutDueSteps({ ...due, outbox: [] }, START + 17.5 * DAY))).toEqual(["remind"]);
});

test("whoever would tell the CEO what the table has told them in this stay is refused", () => {
  const due = carryOutDueSteps(standingIn("waiting"), START + 11 * DAY);
  expect(refusalOf(due, by("coordinator", "escalate"), START + 11 * DAY)).toBe("said-before");
  const early = carryOutDueSteps(standingIn("waiting"), START + 8 * DAY);
  expect(refusalOf(early, by("coordinator", "escalate"), START + 8 * DAY)).toBeUndefined();
});

test("steps that were done are not repeated by a policy that does them at each stay", () => {
  const { policy, ...rest } = standingIn("waiting");
  const done = { ...rest, policy, done: [{ step: "acknowledge", nth: 0 }] };
  const waiting = policy.waiting.map((step) => (step.id === "acknowledge" ? { ...step, again: "each stay" } : step));
  const after = decide(done, by("coordinator", "apply-policy", { policy: { ...policy, waiting } }), NOW + 5 * DAY);
  expect(after.policy.waiting).toEqual(waiting);
  expect(nextStep(after)?.step).not.toBe("acknowledge");
  expect(KEN).not.toBe(holder(after));
});

test("a mentee who waits is asked five questions at most while none of them can be brought", () => {
  let request = standingIn("waiting");
  for (let n = 0; n < 7; n++) request = decide(request, by("coordinator", "ask-mentee", { actionId: `q${n}` }), NOW);
  expect(told(request).filter((message) => message === "question to mentee").length).toBe(5);
});

test("however often the coordinator bumps, each is a bump of its own once the last one went out", () => {
  let request = standingIn("waiting");
  const keys: string[] = [];
  for (let n = 0; n < 60; n++) {
    request = decide(request, by("coordinator", "bump", { actionId: `b${n}` }), NOW);
    keys.push(...request.outbox.filter(({ about }) => about === "bump").map(({ key }) => key));
    request = { ...request, outbox: [] };
  }
  expect(new Set(keys).size).toBe(60);
});

test("the CEO who was told while the table's time for it was being reckoned is not told a second time", () => {
  const calendar = { kind: "working", timeZone: "UTC", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" } as const;
  const waiting = standingIn("waiting");
  const before = { ...waiting, policy: { ...waiting.policy, calendar } };
  const escalated = decide(before, by("coordinator", "escalate"), NOW);
  expect(isEscalatedUnreckoned(before, escalated)).toBe(true);
  expect(withCeoStepDone(escalated, NOW).done).toEqual([{ step: "ceo", nth: 0, doneAt: NOW }]);
  expect(refusalOf(escalated, by("coordinator", "escalate", { actionId: "again" }), NOW)).toBe("said-before");
  const usual = decide(waiting, by("coordinator", "escalate"), NOW);
  expect([isEscalatedUnreckoned(waiting, usual), isEscalatedUnreckoned(usual, usual)]).toEqual([false, false]);
});

test("after a long outage the question is asked at once, also where only working time counts", () => {
  const calendar = { kind: "working", timeZone: "UTC", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" } as const;
  const claimed = standingIn("claimed");
  const { nth } = claimed.stay;
  const due = { [`how-it-goes ${nth}`]: START, [`met ${nth}`]: START + DAY, [`lapse ${nth}`]: START + 2 * DAY };
  const before = { ...claimed, policy: { ...claimed.policy, calendar }, stay: { ...claimed.stay, reckoned: due } };
  const back = START + 30 * DAY;
  expect([asksInWorkingTime(before, back), asksInWorkingTime(claimed, back)]).toEqual([true, false]);
  expect(told(carryOutDueSteps(before, back, true))).toEqual(["did-you-meet to U0ADA", "did-you-meet to mentee"]);
  expect(told(carryOutDueSteps(before, back))).toEqual([]);
  expect(carryOutDueSteps(before, back, true).stay.since).toBe(back - 7 * DAY);

  const asked = carryOutDueSteps(claimed, back);
  expect(told(asked)).toEqual(["did-you-meet to U0ADA", "did-you-meet to mentee"]);
  expect(nextStep(asked)).toMatchObject({ step: "lapse", at: back + 7 * DAY });
});
