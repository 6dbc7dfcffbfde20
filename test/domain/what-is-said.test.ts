import { describe, expect, test } from "vitest";
import { type Briefing, briefingOf } from "../../domain/briefing.ts";
import type { Calendar } from "../../domain/calendar.ts";
import { DAY } from "../../domain/duration.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import { begunAnew, moved } from "../../domain/request.ts";
import { myRequest } from "../../domain/wording/my-requests.ts";
import { moment } from "../../domain/wording/slack-text.ts";
import { toCeo, toCoordinator } from "../../domain/wording/to-coordinator.ts";
import { toMentee } from "../../domain/wording/to-mentee.ts";
import { toMentor } from "../../domain/wording/to-mentor.ts";
import { bump } from "../../domain/wording/to-mentors.ts";
import { ADA, aRequest, BOB, KEN, START } from "./a-request.ts";

const OFFICE_HOURS: Calendar = {
  kind: "working",
  timeZone: "America/New_York",
  days: [1, 2, 3, 4, 5],
  from: "09:00",
  to: "17:00",
};

const { id, asked } = aRequest();
const briefing: Briefing = {
  id,
  mentee: BOB,
  asked,
  status: "waiting",
  openedAt: START,
  waited: 7 * DAY,
  mentioned: [ADA],
  passed: [KEN],
  notNow: [],
  nextStepAt: START + 10 * DAY,
};

describe.each([
  ["the coordinator", toCoordinator],
  ["the CEO", toCeo],
])("%s reads of a request that nobody has claimed", (_who, tell) => {
  const links = {
    card: "https://x.org/card",
    timeline: "https://x.org/it",
    lists: { escalated: "https://x.org/list" },
  };
  const { text } = tell({ about: "unclaimed" }, briefing, links);
  test.each([
    ["how long it has waited", "For 7 days nobody has claimed"],
    ["what was asked", "> My first real query."],
    ["who asked", "<@U0BOB>"],
    ["who was mentioned", "*Mentioned so far:* <@U0ADA>"],
    ["who passed", "*Passed or gave it back:* <@U0KEN>"],
    ["when something happens next", `*Next step:* ${moment(START + 10 * DAY)}`],
    ["where the post is", "<https://x.org/card|See the post>"],
    ["where its timeline is", "<https://x.org/it|See its timeline>"],
    ["where such requests are listed", "<https://x.org/list|All escalated>"],
  ])("%s", (_what, said) => expect(text).toContain(said));
});

test("what is said of a snoozed request knows until when it is, and of one that waits or is claimed nothing of the kind", () => {
  const waiting = aRequest();
  const snoozed = { ...waiting, stay: { ...waiting.stay, since: START + 5 * DAY } };
  expect(briefingOf(snoozed, START)).toMatchObject({ waited: 0, snoozedUntil: START + 5 * DAY });
  expect(briefingOf(snoozed, START + 6 * DAY)).toMatchObject({ waited: DAY });
  expect(briefingOf(snoozed, START + 6 * DAY).snoozedUntil).toBeUndefined();
});

test("whoever is brought together reads whom to write to when something is not right", () => {
  const conductContact = "conduct@operationcode.org";
  const held: Briefing = { ...briefing, status: "claimed", holder: ADA };
  for (const { text } of [
    toMentor("claimed", held, { conductContact }),
    toMentor("assigned", held, { conductContact }),
    toMentee("claimed", held, { conductContact }),
  ]) {
    expect(text).toContain(`please write to ${conductContact}`);
  }
});

test("whoever is asked, or told that nobody answered, reads how long the policy waits for an answer", () => {
  const policy = {
    ...DEFAULT_POLICY,
    missed: DEFAULT_POLICY.missed.map((step) => ({ ...step, after: "3 days" })),
    silent: DEFAULT_POLICY.silent.map((step) => ({ ...step, after: "36 hours" })),
  };
  const claimed = moved(aRequest({ policy }), { status: "claimed", by: ADA, verified: true }, START);
  const missed = begunAnew(claimed, "missed", START);
  const silent = begunAnew(claimed, "silent", START);
  const closed = moved(missed, { status: "closed", outcome: { kind: "unanswered" } }, START);
  expect(toMentee("still-wanted", briefingOf(missed, START), {}).text).toContain(
    "within 3 days your request is closed",
  );
  expect(toMentor("have-you-written", briefingOf(silent, START), {}).text).toContain("within 36 hours the request is");
  expect(toCoordinator({ about: "closed-unanswered" }, briefingOf(closed, START), {}).text).toContain("within 3 days,");
  const working = { ...silent, policy: { ...policy, calendar: { ...OFFICE_HOURS } } };
  expect(toMentor("have-you-written", briefingOf(working, START), {}).text).toContain(
    "within 36 hours of working time",
  );
});

test("a bump says who, for how long, what, and where to take it", () => {
  expect(bump({ ...briefing, waited: 3 * DAY }, [ADA], "https://x.org/card").text).toBe(
    "<@U0ADA>, could one of you help? <@U0BOB> has been waiting for 3 days: Code review (SQL). <https://x.org/card|See the request and take it>",
  );
});

test("who asks where a request stands reads what happens next, and when", () => {
  const mine = { service: "Code review", skills: ["SQL"], openedAt: START, nextStepAt: START + DAY };
  expect(myRequest({ ...mine, status: "waiting" })).toContain(`by ${moment(START + DAY)}, we take the next step`);
  expect(myRequest({ ...mine, status: "claimed", mentor: ADA })).toContain(`<@U0ADA> is your mentor.* Our next look`);
});
