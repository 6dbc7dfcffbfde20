import { expect, test } from "vitest";
import type { Enrolment, MentorOnRecord } from "../../domain/enrolment.ts";
import { knownOffer } from "../../domain/known-offer.ts";
import { ADA, aRequest } from "./a-request.ts";

const NOW = Date.parse("2026-12-24T09:00:00Z");
const { skills } = aRequest().asked;
const IDS = skills.map(({ id }) => id);
const onRecord: MentorOnRecord = { active: true, skills: IDS, services: [], bio: "I like compilers." };
const enrolled: Enrolment = {
  member: ADA,
  standing: "enrolled",
  profile: { skills, services: [], bio: "As it was.", maxMentees: 2 },
};
const waiting: Enrolment = { ...enrolled, standing: "waiting-for-approval" };

test("the records count, whatever an enrolment remembers", () => {
  expect(knownOffer(onRecord, undefined, NOW)).toMatchObject({ standing: "enrolled", offer: { bio: onRecord.bio } });
  expect(knownOffer(onRecord, enrolled, NOW)).toMatchObject({ offer: { bio: onRecord.bio } });
  expect(knownOffer({ ...onRecord, active: false }, enrolled, NOW)).toMatchObject({ standing: "left" });
  expect(knownOffer({ ...onRecord, active: false }, waiting, NOW)).toMatchObject({ standing: "waiting-for-approval" });
});

test("somebody who is in no record is new, unless a coordinator is looking at their offer", () => {
  expect(knownOffer("none", undefined, NOW)).toEqual({ standing: "new" });
  expect(knownOffer("none", waiting, NOW)).toEqual({ standing: "waiting-for-approval" });
});

test("while the records cannot be read an enrolment's memory counts, and without one nothing is known", () => {
  expect(knownOffer("unknown", enrolled, NOW)).toMatchObject({ offer: { skills: IDS, maxMentees: 2 } });
  expect(knownOffer("unknown", { member: ADA, standing: "enrolled" }, NOW)).toBe("unknown");
  expect(knownOffer("unknown", undefined, NOW)).toBe("unknown");
});

test("a break that is over is none", () => {
  const until = (day: string) => ({ ...onRecord, pausedUntil: Date.parse(day) });
  expect(knownOffer(until("2026-12-24"), undefined, NOW)).not.toHaveProperty("pausedUntil");
  expect(knownOffer(until("2026-12-25"), undefined, NOW)).toHaveProperty("pausedUntil");
});
