import { expect, test } from "vitest";
import { agreed, didNotCome, mentorNeverWrote } from "../../domain/acts/meet.ts";
import { DAY } from "../../domain/duration.ts";
import { actionId } from "../../domain/ids.ts";
import { outlookOf } from "../../domain/outlook.ts";
import { type MentorRequest, moved, type Outcome } from "../../domain/request.ts";
import { myRequest } from "../../domain/wording/my-requests.ts";
import { moment } from "../../domain/wording/slack-text.ts";
import { ADA, aRequest, BOB, START } from "./a-request.ts";

const signed = { actionId: actionId("1.1"), as: "mentor" } as const;
const byAda = { ...signed, by: ADA };
const claimed = moved(aRequest(), { status: "claimed", by: ADA, verified: true }, START);
const held = moved(claimed, { status: "held", by: ADA }, START);
const done = (request: MentorRequest, ...steps: readonly string[]): MentorRequest => ({
  ...request,
  done: [...request.done, ...steps.map((step) => ({ step, nth: request.stay.nth }))],
});
const meetingOn = (on: number): MentorRequest => {
  const request = agreed(claimed, { ...byAda, do: "agreed", on }, START);
  if (typeof request === "string") throw new Error(request);
  return request;
};
const closed = (outcome: Outcome, from = held) => moved(from, { status: "closed", outcome }, START + DAY);

function read(request: MentorRequest): string {
  const [service, skills] = [request.asked.service.name, request.asked.skills.map(({ name }) => name)];
  return myRequest({ service, skills, openedAt: request.openedAt, ...outlookOf(request) });
}

const inDays = (days: number): string => moment(START + days * DAY);

test.each([
  ["just claimed", claimed, `<@U0ADA> is your mentor.* We will ask you both ${inDays(7)} whether you have met.`],
  [
    "with a date",
    meetingOn(START + 2 * DAY),
    `You agreed on ${inDays(2)}. We will ask you both ${inDays(3)} whether you have met.`,
  ],
  ["asked whether they met", done(claimed, "met"), `If we hear nothing by ${inDays(14)}, we ask other mentors.`],
  [
    "whose mentor never wrote",
    mentorNeverWrote(claimed, { ...signed, by: BOB, as: "mentee", do: "mentor-never-wrote" }, START),
    `If we hear nothing by ${inDays(2)}, we ask other mentors.`,
  ],
  [
    "to which they did not come",
    didNotCome(claimed, { ...byAda, do: "did-not-come" }, START),
    `without an answer by ${inDays(7)}, your request is closed.`,
  ],
  ["just held", done(held, "helped"), `Without an answer by ${inDays(3)}, we ask once more.`],
  ["asked twice", done(held, "helped", "helped-again"), `by ${inDays(7)}, your request is completed.`],
])("of a request %s its mentee reads what comes next, and when", (_which, request, said) => {
  expect(read(request)).toContain(said);
});

test.each<[Outcome, string]>([
  [{ kind: "completed" }, `*Completed ${inDays(1)}: you have met <@U0ADA>.*`],
  [{ kind: "withdrawn" }, `*You have withdrawn it ${inDays(1)}.*`],
  [{ kind: "unanswered" }, `*Closed ${inDays(1)}: you could not meet`],
  [
    { kind: "closed-by-coordinator", reason: "a word for the records" },
    `*The coordinator has closed it ${inDays(1)}.*`,
  ],
])("of a closed request its mentee reads how it ended: $kind", (outcome, said) => {
  expect(read(closed(outcome))).toContain(said);
  expect(read(closed(outcome))).not.toContain("a word for the records");
});

test("who had a request that was completed is known also where the mentee has rated it", () => {
  const feedback = { mentor: ADA, rating: 5, comment: "" };
  expect(read(closed({ kind: "completed" }, { ...held, feedback, pairings: [] }))).toContain("you have met <@U0ADA>");
});
