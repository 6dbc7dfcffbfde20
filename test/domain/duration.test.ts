import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY, HOUR, inWords, MINUTE, milliseconds } from "../../domain/duration.ts";

test.each([
  ["0 minutes", 0],
  ["1 minute", MINUTE],
  ["2 days", 2 * DAY],
  ["36 hours", 36 * HOUR],
  ["10 days 12 hours", 252 * HOUR],
  ["1 day 1 hour 1 minute", DAY + HOUR + MINUTE],
  ["  3 days ", 3 * DAY],
])('a coordinator who writes "%s" means that long', (text, ms) => {
  expect(milliseconds(text)).toBe(ms);
});

test.each([
  "",
  " ",
  "days",
  "2",
  "2days",
  "2 weeks",
  "-2 days",
  "1.5 days",
  "2 days and 3 hours",
  "two days",
  "2  days",
  "2 days,",
  "2 daysx",
  "2 DAYS",
])('a coordinator who writes "%s" is told what to write instead', (text) => {
  expect(() => milliseconds(text)).toThrow(`"${text}" is not a duration: write it as "2 days"`);
});

test.each([
  [0, "less than a minute"],
  [MINUTE - 1, "less than a minute"],
  [MINUTE, "1 minute"],
  [59 * MINUTE, "59 minutes"],
  [HOUR + 30 * MINUTE, "1 hour"],
  [DAY - 1, "23 hours"],
  [DAY, "1 day"],
  [DAY + 2 * HOUR, "1 day 2 hours"],
  [10 * DAY + 12 * HOUR, "10 days 12 hours"],
  [17 * DAY + 12 * HOUR, "17 days 12 hours"],
  [21 * DAY, "21 days"],
  [-5 * HOUR, "less than a minute"],
])("somebody who waited %i ms reads how long in words", (ms, words) => {
  expect(inWords(ms)).toBe(words);
});

test("whatever length of whole hours is told in words can be written into a policy with the same words", () => {
  const hours = fc.integer({ min: 1, max: 400 * 24 });
  fc.assert(fc.property(hours, (n) => milliseconds(inWords(n * HOUR)) === n * HOUR));
});
