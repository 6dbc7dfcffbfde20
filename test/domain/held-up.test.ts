import { expect, test } from "vitest";
import { carryOutDueSteps } from "../../domain/carry-out.ts";
import { delivered } from "../../domain/delivered.ts";
import { DAY, HOUR } from "../../domain/duration.ts";
import { askedNow, isHeldUp, unsentQuestion } from "../../domain/held-up.ts";
import { channelId } from "../../domain/ids.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { nextStep } from "../../domain/steps.ts";
import { standingIn } from "./acts/places.ts";

/** What is due by then is decided, and nothing of it can be sent. */
function unsentUntil(request: MentorRequest, days: number): MentorRequest {
  let state = request;
  for (let day = 0; day < days; day++) state = carryOutDueSteps(state, request.stay.since + day * DAY);
  return state;
}

const claimed = standingIn("claimed");
const held = standingIn("held");
const dated = { ...claimed, stay: { ...claimed.stay, agreedOn: claimed.stay.since + 2 * DAY } };

test.each<[string, MentorRequest, { ends: number; asks: string; leaves: number }]>([
  ["claimed", claimed, { ends: 14, asks: "met", leaves: 7 }],
  ["claimed, with a date", dated, { ends: 16, asks: "met", leaves: 13 }],
  ["held", held, { ends: 7, asks: "helped-again", leaves: 4 }],
])("%s: it does not end while its last question waits to be sent", (_, request, { ends, asks, leaves }) => {
  const { since } = request.stay;
  const [before, now] = [unsentUntil(request, ends), since + ends * DAY];
  expect(unsentQuestion(before, now - HOUR)).toBeUndefined();
  const question = unsentQuestion(before, now);
  expect(question?.step).toBe(asks);
  if (!question) return;
  const putOff = askedNow(before, question, now);
  expect(carryOutDueSteps(putOff, now)).toBe(putOff);
  expect(nextStep(putOff)?.at).toBe(now + leaves * DAY);

  const later = now + 3 * DAY;
  expect(isHeldUp(putOff, question, later)).toBe(true);
  const posted = { channel: channelId("D0BOB"), ts: "1.000100" };
  const asked = askedNow(delivered(putOff, question, { delivered: posted }, later), question, later);
  expect(nextStep(asked)?.at).toBe(later + leaves * DAY);
});

test("a question that went out in time, that is followed by another, or that is of an earlier stay puts nothing off", () => {
  const asked = unsentUntil(claimed, 8).outbox.find(({ step }) => step === "met");
  const first = unsentUntil(claimed, 4).outbox.find(({ step }) => step === "how-it-goes");
  if (!asked || !first) throw new Error("Both are asked.");
  expect(isHeldUp(claimed, asked, asked.at + HOUR / 2)).toBe(false);
  expect(isHeldUp(claimed, first, first.at + DAY)).toBe(false);
  expect(isHeldUp({ ...claimed, stay: { ...claimed.stay, nth: 12 } }, asked, asked.at + DAY)).toBe(false);
  expect(askedNow(held, asked, asked.at + DAY)).toBe(held);
});
