import fc from "fast-check";
import { expect, test } from "vitest";
import { type MemberId, memberId } from "../../domain/ids.ts";
import { type Mentor, type MentorLoad, matchMentors, type Wanted } from "../../domain/match-mentors.ts";
import { BOB, record, START } from "./a-request.ts";

const [SQL, GO, RUST] = [record("SQL"), record("Go"), record("Rust")];
const REVIEW = record("CodeReview");

interface Case {
  readonly mentors: readonly (Partial<Mentor> & { readonly name: string })[];
  readonly loads?: Readonly<Record<string, MentorLoad>>;
  readonly wanted?: Partial<Wanted>;
  readonly expected: readonly string[];
}

const idOf = (name: string): MemberId => memberId(`U0${name.toUpperCase()}`);

function mentor({ name, ...rest }: Partial<Mentor> & { readonly name: string }): Mentor {
  return { id: idOf(name), name, skills: [SQL], services: [REVIEW], active: true, ...rest };
}

function matched({ mentors, loads = {}, wanted = {} }: Omit<Case, "expected">): readonly string[] {
  const defaults = { skills: [SQL], service: REVIEW, mentee: BOB, not: [], now: START, atMost: 10, enough: 5 };
  const byId = new Map(Object.entries(loads).map(([name, load]) => [idOf(name), load]));
  return matchMentors(mentors.map(mentor), byId, { ...defaults, ...wanted }).map(({ name }) => name);
}

const CASES: Readonly<Record<string, Case>> = {
  "nobody has the skill": { mentors: [{ name: "ada", skills: [GO] }], expected: [] },
  "those who have every skill come before those who have some": {
    mentors: [
      { name: "ada", skills: [SQL] },
      { name: "ken", skills: [SQL, GO] },
    ],
    wanted: { skills: [SQL, GO] },
    expected: ["ken", "ada"],
  },
  "among those with some, most overlap comes first": {
    mentors: [
      { name: "ada", skills: [RUST] },
      { name: "ken", skills: [SQL, GO] },
    ],
    wanted: { skills: [SQL, GO, RUST] },
    expected: ["ken", "ada"],
  },
  "with enough who have every skill, the others are left in peace": {
    mentors: [
      { name: "ada", skills: [SQL, GO] },
      { name: "ken", skills: [SQL] },
      { name: "fran", skills: [SQL, GO] },
    ],
    wanted: { skills: [SQL, GO], enough: 2 },
    expected: ["ada", "fran"],
  },
  "with one fewer than enough, the others are asked too": {
    mentors: [
      { name: "ada", skills: [SQL, GO] },
      { name: "ken", skills: [SQL] },
      { name: "fran", skills: [SQL, GO] },
    ],
    wanted: { skills: [SQL, GO], enough: 3 },
    expected: ["ada", "fran", "ken"],
  },
  "who does not offer the service comes after those who do, however free": {
    mentors: [
      { name: "ada", services: [record("MockInterview")] },
      { name: "ken", services: [REVIEW] },
    ],
    loads: { ken: { open: 3 } },
    expected: ["ken", "ada"],
  },
  "a mentor without services offers any": {
    mentors: [
      { name: "zoe", services: [] },
      { name: "ken", services: [record("MockInterview")] },
    ],
    expected: ["zoe", "ken"],
  },
  "the least loaded comes first": {
    mentors: [{ name: "ada" }, { name: "ken" }],
    loads: { ada: { open: 2 }, ken: { open: 1 } },
    expected: ["ken", "ada"],
  },
  "then who was not mentioned for the longest time": {
    mentors: [{ name: "ada" }, { name: "ken" }, { name: "zoe" }],
    loads: { ada: { open: 0, lastMentioned: START - 1 }, ken: { open: 0, lastMentioned: START - 2 } },
    expected: ["zoe", "ken", "ada"],
  },
  "then the nearer time zone, around the clock": {
    mentors: [{ name: "ada", utcOffset: 0 }, { name: "ken", utcOffset: -11 * 60 }, { name: "zoe" }],
    wanted: { menteeUtcOffset: 12 * 60 },
    expected: ["ken", "ada", "zoe"],
  },
  "who is inactive or paused is left out; whose pause is over is not": {
    mentors: [
      { name: "ada", active: false },
      { name: "ken", pausedUntil: START + 1 },
      { name: "zoe", pausedUntil: START },
    ],
    expected: ["zoe"],
  },
  "who is full is left out; who has room for one more is not": {
    mentors: [
      { name: "ada", maxMentees: 1 },
      { name: "ken", maxMentees: 2 },
      { name: "zoe", maxMentees: 0 },
    ],
    loads: { ada: { open: 1 }, ken: { open: 1 } },
    expected: ["ken"],
  },
  "the mentee, the excluded and those mentioned already are left out": {
    mentors: [{ name: "bob" }, { name: "ada" }, { name: "ken" }],
    wanted: { not: [idOf("ada")] },
    expected: ["ken"],
  },
  "no more are mentioned than at most": {
    mentors: [{ name: "ada" }, { name: "ken" }, { name: "zoe" }],
    wanted: { atMost: 2 },
    expected: ["ada", "ken"],
  },
};

test.each(Object.entries(CASES))("%s", (_rule, { expected, ...given }) => {
  expect(matched(given)).toEqual(expected);
});

test("the order of the rows in the records changes nothing", () => {
  const names = ["ada", "ken", "zoe", "fran", "denis", "sam"];
  const anyMentor = fc.record({
    skills: fc.subarray([SQL, GO, RUST]),
    maxMentees: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    utcOffset: fc.option(fc.integer({ min: -720, max: 840 }), { nil: undefined }),
  });
  const all = fc.array(anyMentor, { minLength: names.length, maxLength: names.length });
  fc.assert(
    fc.property(all, fc.shuffledSubarray(names, { minLength: names.length }), (given, order) => {
      const rows = given.map(({ skills, maxMentees, utcOffset }, n) => ({
        name: names[n] ?? "",
        skills,
        ...(maxMentees !== undefined && { maxMentees }),
        ...(utcOffset !== undefined && { utcOffset }),
      }));
      const shuffled = order.flatMap((name) => rows.filter((row) => row.name === name));
      const wanted = { skills: [SQL, GO], menteeUtcOffset: 60 };
      expect(matched({ mentors: shuffled, wanted })).toEqual(matched({ mentors: rows, wanted }));
    }),
  );
});
