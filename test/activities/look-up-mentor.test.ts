import { expect, test } from "vitest";
import { separatedIn } from "../../activities/airtable/separated-from.ts";
import { lookUpMentor } from "../../activities/look-up-mentor.ts";
import { claim } from "../../domain/claim.ts";
import { memberId } from "../../domain/ids.ts";
import { ADA, aRequest, BOB, KEN, START } from "../domain/a-request.ts";
import { aBase } from "./airtable/a-base.ts";
import { inActivity } from "./in-activity.ts";
import { mentorsOnRecord } from "./mentors-on-record.ts";

const MENTORS = [ADA, KEN, memberId("U0FRAN"), memberId("U0ZOE")];

/** The base, in which Bob has rated Ada 1, Ken 2 and Fran 3, and Dan has rated Zoe 1. */
async function lookingUp() {
  const { base, table } = await aBase();
  const rated = (mentee: string, mentor: string, rating: number) =>
    table("Mentor Requests").insert({
      "Mentee Slack ID": mentee,
      "Mentor Slack ID": mentor,
      Rating: rating,
      Status: "closed",
    });
  rated(BOB, ADA, 1);
  rated(BOB, KEN, 2);
  rated(BOB, "U0FRAN", 3);
  rated("U0DAN", "U0ZOE", 1);
  const mentors = MENTORS.map((id) => ({ id, name: id, skills: [], services: [], active: true }));
  return lookUpMentor({
    mentors: mentorsOnRecord(mentors),
    loads: async () => new Map(),
    separated: separatedIn(base),
  });
}

test("a bad rating keeps two apart also when the mentor has no row any more", async () => {
  const { base, table } = await aBase();
  const rated = { "Mentee Slack ID": BOB, "Mentor Slack ID": ADA, Rating: 1, Status: "closed" };
  table("Mentor Requests").insert(rated);
  const lookUp = lookUpMentor({
    mentors: mentorsOnRecord([]),
    loads: async () => new Map(),
    separated: separatedIn(base),
  });
  const known = await inActivity({}, () => lookUp({ mentor: ADA, mentee: BOB, now: START }));
  expect(known).toMatchObject({ enrolled: false, separated: true });
});

test.each([
  ["1", "U0ADA", { refused: "was-mentor-before" }],
  ["2", "U0KEN", { refused: "was-mentor-before" }],
  ["3", "U0FRAN", { status: "claimed", by: "U0FRAN", verified: true }],
  ["nothing, but with 1 by somebody else,", "U0ZOE", { status: "claimed", by: "U0ZOE", verified: true }],
])("a mentor rated with %s claims another request of the same mentee", async (_rated, id, outcome) => {
  const mentor = memberId(id);
  const lookUp = await lookingUp();
  const known = await inActivity({}, () => lookUp({ mentor, mentee: BOB, now: START }));
  expect(claim(aRequest(), mentor, known)).toEqual(outcome);
});
