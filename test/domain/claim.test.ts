import { expect, test } from "vitest";
import type { Act } from "../../domain/act.ts";
import { toBeLookedUp } from "../../domain/acts/claim.ts";
import { claim, type KnownMentor } from "../../domain/claim.ts";
import { decide } from "../../domain/decide.ts";
import { actionId, type MemberId } from "../../domain/ids.ts";
import type { MentorRequest, Standing } from "../../domain/request.ts";
import { verifyClaim } from "../../domain/verify-claim.ts";
import { ADA, aRequest, BOB, KEN, START } from "./a-request.ts";

const FREE: KnownMentor = { enrolled: true, paused: false, full: false, separated: false };
const WAITING: Standing = { status: "waiting" };
const HELD_BY_KEN: Standing = { status: "claimed", by: KEN, verified: true };
const SESSION_HELD: Standing = { status: "held", by: KEN };
const CLOSED: Standing = { status: "closed", outcome: { kind: "withdrawn" } };

const standing = (now: Standing): MentorRequest => ({ ...aRequest(), standing: now });
const wins = (by: MemberId, verified: boolean) => ({ status: "claimed", by, verified });
const refusedAs = (refused: string) => ({ refused });

test.each([
  ["an enrolled mentor takes a waiting request", WAITING, ADA, FREE, wins(ADA, true)],
  ["a mentor takes it while the records are out of reach", WAITING, ADA, "unknown", wins(ADA, false)],
  ["the mentee cannot take their own", WAITING, BOB, FREE, refusedAs("own-request")],
  ["the mentee cannot, also in an outage", WAITING, BOB, "unknown", refusedAs("own-request")],
  ["somebody not enrolled cannot", WAITING, ADA, { ...FREE, enrolled: false }, refusedAs("not-enrolled")],
  ["a mentor on a break cannot", WAITING, ADA, { ...FREE, paused: true }, refusedAs("paused")],
  [
    "a mentor whom a bad rating has separated from this mentee cannot",
    WAITING,
    ADA,
    { ...FREE, separated: true },
    refusedAs("was-mentor-before"),
  ],
  ["a mentor with all they can take cannot", WAITING, ADA, { ...FREE, full: true }, refusedAs("full")],
  ["whoever is too late is told so", HELD_BY_KEN, ADA, FREE, refusedAs("already-claimed")],
  ["the mentee who presses late too", HELD_BY_KEN, BOB, FREE, refusedAs("already-claimed")],
  ["the winner who presses again has it already", HELD_BY_KEN, KEN, FREE, refusedAs("already-yours")],
  ["the winner has it, also when full by now", HELD_BY_KEN, KEN, { ...FREE, full: true }, refusedAs("already-yours")],
  ["after the session nobody can take it", SESSION_HELD, ADA, FREE, refusedAs("already-claimed")],
  ["after the session it is still the mentor's", SESSION_HELD, KEN, FREE, refusedAs("already-yours")],
  ["a closed request cannot be taken", CLOSED, ADA, FREE, refusedAs("already-closed")],
] as const)("%s", (_who, place, mentor, check, outcome) => {
  expect(claim(standing(place), mentor, check)).toEqual(outcome);
});

test("a mentor who had this mentee before is left out, whatever their record says", () => {
  const request = { ...aRequest(), excluded: [ADA] };
  for (const check of [FREE, "unknown"] as const) {
    expect(claim(request, ADA, check)).toEqual(refusedAs("was-mentor-before"));
  }
});

const press = (by: MemberId, nth = 1): Act => ({
  do: "claim",
  by,
  as: "mentor",
  actionId: actionId(`${nth}-${by}`),
  pressedAt: START,
});

test("the same press delivered twice changes nothing, not even the timeline", () => {
  const once = decide(aRequest(), press(ADA), START, FREE);
  expect(decide(once, press(ADA), START + 5, FREE)).toBe(once);
});

test("of many who press at once the first in line has it, and each of the others gets one answer", () => {
  const crowd = Array.from({ length: 40 }, (_, n) => press(`U0M${n}` as MemberId, n));
  const twice = [...crowd, ...crowd];
  const after = twice.reduce((request, act) => decide(request, act, START, FREE), aRequest());
  expect(after.standing).toEqual({ status: "claimed", by: "U0M0", verified: true });
  const answers = after.outbox.filter(({ audience }) => audience === "claimer");
  expect(answers.map((message) => ("to" in message ? message.to : ""))).toEqual(crowd.slice(1).map(({ by }) => by));
});

test.each([
  ["records agree", FREE, []],
  ["the mentor is on a break", { ...FREE, paused: true }, ["claim-in-doubt"]],
  ["the mentor was never enrolled", { ...FREE, enrolled: false }, ["claim-in-doubt"]],
] as const)("a claim of an outage is checked later and taken from nobody: %s", (_case, check, coordinatorHears) => {
  const claimed = decide(aRequest(), press(ADA), START, "unknown");
  const verified = verifyClaim(claimed, ADA, check, START + 1);
  expect(verified.standing).toEqual({ status: "claimed", by: ADA, verified: true });
  const heard = verified.outbox.filter(({ audience }) => audience === "coordinator").map(({ about }) => about);
  expect(heard).toEqual(coordinatorHears);
});

test.each([
  ["everything is as it should be", FREE, undefined],
  [
    "they take a break, and are full: staff have chosen them all the same",
    { ...FREE, paused: true, full: true },
    undefined,
  ],
  ["a bad rating separated the two", { ...FREE, separated: true }, "kept-apart"],
] as const)("a mentor to whom staff assign it is looked up, and taken from nobody: %s", (_case, check, words) => {
  const assigned = toBeLookedUp(standing({ status: "claimed", by: ADA, verified: true }));
  const verified = verifyClaim(assigned, ADA, check, START + 1);
  expect(verified.standing).toMatchObject({ status: "claimed", by: ADA, verified: true });
  expect(verified.outbox).toMatchObject(words ? [{ audience: "coordinator", about: "claim-in-doubt", words }] : []);
});

test("a check that comes after the request has moved on is not about it any more", () => {
  const claimed = decide(aRequest(), press(ADA), START, FREE);
  expect(verifyClaim(claimed, ADA, { ...FREE, paused: true }, START)).toBe(claimed);
  expect(verifyClaim(claimed, KEN, { ...FREE, paused: true }, START)).toBe(claimed);
});
