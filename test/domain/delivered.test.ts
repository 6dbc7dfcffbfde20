import { expect, test } from "vitest";
import { delivered, toldToTheCeo } from "../../domain/delivered.ts";
import { channelId, type MemberId } from "../../domain/ids.ts";
import { type Message, say } from "../../domain/outbox.ts";
import { type MentorRequest, moved } from "../../domain/request.ts";
import { ADA, aRequest, BOB, START } from "./a-request.ts";
import { COORDINATOR } from "./life/cast.ts";

const waiting = ({ outbox }: MentorRequest) => outbox.map(({ audience, about }) => `${about} to ${audience}`);

function next(request: MentorRequest): Message {
  const [message] = request.outbox;
  if (!message) throw new Error("There is nothing to say.");
  return message;
}

/** The first message that waits, and Slack does not take it for this person. */
const cannotReach = (request: MentorRequest, who: MemberId) =>
  delivered(request, next(request), { unreachable: who, because: "user_disabled" }, START);

test("a mentee who cannot be reached is written down, and the coordinator is told of it once, whatever comes next", () => {
  const first = cannotReach(say(aRequest(), { audience: "mentee", about: "receipt" }, "receipt", START), BOB);
  expect(first.timeline.entries.at(-1)).toMatchObject({ what: "unreachable", to: BOB, note: "user_disabled" });
  expect(waiting(first)).toEqual(["unreachable to coordinator"]);
  expect(next(first)).toMatchObject({ who: BOB });

  const claimed = moved({ ...first, outbox: [] }, { status: "claimed", by: ADA, verified: true }, START);
  const again = say(claimed, { audience: "mentee", about: "claimed" }, "claimed", START);
  expect(waiting(cannotReach(again, BOB))).toEqual([]);
});

test("a coordinator who cannot be reached is written down, and it comes to an end", () => {
  const unclaimed = say(aRequest(), { audience: "coordinator", about: "unclaimed" }, "coordinator", START);
  const told = cannotReach(unclaimed, COORDINATOR);
  expect(waiting(told)).toEqual(["unreachable to coordinator"]);
  const ended = cannotReach(told, COORDINATOR);
  expect(waiting(ended)).toEqual([]);
  expect(ended.threads).toEqual({});
  expect(ended.timeline.entries.filter(({ what }) => what === "unreachable").length).toBe(2);
});

test("what the coordinator cannot be told, the CEO is, with who it is about; nothing else is", () => {
  const lapsed = { audience: "coordinator", about: "lapsed", who: ADA, words: "so" } as const;
  const request = say(aRequest(), lapsed, "lapsed", START);
  const instead = toldToTheCeo(cannotReach(request, COORDINATOR), next(request), START);
  expect(instead.outbox.at(-1)).toMatchObject({ audience: "ceo", about: "lapsed", who: ADA, words: "so" });
  expect(toldToTheCeo(instead, next(request), START)).toBe(instead);
  const mentees = say(aRequest(), { audience: "mentee", about: "receipt" }, "receipt", START);
  expect(toldToTheCeo(mentees, next(mentees), START)).toBe(mentees);
});

test("the first message to staff about a request begins its thread, and a later one does not move it", () => {
  const posted = { channel: channelId("C0COORDINATORS"), ts: "1.1" };
  const unclaimed = say(aRequest(), { audience: "coordinator", about: "unclaimed" }, "coordinator", START);
  const told = delivered(unclaimed, next(unclaimed), { delivered: posted }, START);
  expect(told.threads).toEqual({ coordinator: posted });
  const reminding = say(told, { audience: "coordinator", about: "remind" }, "remind", START);
  const reminded = delivered(reminding, next(reminding), { delivered: { ...posted, ts: "2.2" } }, START);
  expect(reminded.threads).toEqual({ coordinator: posted });
});
