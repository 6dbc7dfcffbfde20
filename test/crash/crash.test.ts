import { beforeAll, expect, test } from "vitest";
import type { Plan } from "./crashes.ts";
import { type Lived, live } from "./live.ts";

/** A few of the moments that the long test goes through, all of them. */
const WORKER_KILLED: Plan = new Map([
  ["chat.postMessage mentors:bump-1:1", "worker after"],
  ["chat.postMessage mentor:invited:1:U0DENIS", "worker after"],
  ["GET Mentors after chat.postMessage mentor:invited:1:U0DENIS", "worker before"],
  ["PATCH Pairings 1", "worker before"],
]);

const SERVER_KILLED: Plan = new Map([
  ["chat.postMessage coordinator:coordinator:1", "server"],
  ["chat.postMessage mentee:claimed:2", "server"],
]);

let undisturbed: Lived;
let withoutWorker: Lived;
let withoutServer: Lived;

beforeAll(async () => {
  const lives = await Promise.allSettled([live(), live(WORKER_KILLED), live(SERVER_KILLED)]);
  const [first, second, third] = lives.map((life) => {
    if (life.status === "rejected") throw life.reason;
    return life.value;
  });
  if (!first || !second || !third) throw new Error("A life is missing.");
  [undisturbed, withoutWorker, withoutServer] = [first, second, third];
}, 300_000);

test("a worker killed before and after what it does leaves what an undisturbed life leaves", () => {
  expect(withoutWorker.spared).toEqual([]);
  expect(withoutWorker.left).toEqual(undisturbed.left);
  expect(withoutWorker.problems).toEqual([]);
});

test("a server killed twice leaves what an undisturbed life leaves", () => {
  expect(withoutServer.spared).toEqual([]);
  expect(withoutServer.left).toEqual(undisturbed.left);
  expect(withoutServer.problems).toEqual([]);
});

test("in an undisturbed life each person is told each thing once, and no app is misused", () => {
  for (const messages of Object.values(undisturbed.left.messages)) expect(new Set(messages).size).toBe(messages.length);
  expect(undisturbed.problems).toEqual([]);
});

test("no attempt of any activity may take longer than ten seconds, for which a killed one holds the clock", () => {
  expect(Object.keys(undisturbed.attempts)).toEqual(
    expect.arrayContaining(["postRequest", "bumpPost", "drawCard", "recordRequest", "lookUpMentor", "answerClaimers"]),
  );
  expect(Object.entries(undisturbed.attempts).filter(([, seconds]) => seconds > 10)).toEqual([]);
});
