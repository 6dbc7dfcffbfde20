import { expect, test } from "vitest";
import { isNews, knownThen, troubleOf } from "../../domain/trouble.ts";

const NONE = troubleOf([]);
const NO_CHANNEL = troubleOf(["card: slack: channel_not_found"]);
const AIRTABLE_TOO = troubleOf(["card: slack: channel_not_found", "record: airtable: unavailable"]);

test("a request that stays in trouble does not keep the next outage from the coordinator", () => {
  expect(isNews(NO_CHANNEL, { told: false })).toBe(true);
  expect(isNews(NO_CHANNEL, knownThen(NO_CHANNEL)), "the same again").toBe(false);
  expect(isNews(AIRTABLE_TOO, knownThen(NO_CHANNEL)), "another outage").toBe(true);
  expect(isNews(NO_CHANNEL, knownThen(AIRTABLE_TOO)), "one of two is over").toBe(false);
  expect(isNews(AIRTABLE_TOO, knownThen(NO_CHANNEL)), "it comes back").toBe(true);
  expect(isNews(NONE, knownThen(NO_CHANNEL)), "all is over").toBe(true);
  expect(isNews(NONE, knownThen(NONE))).toBe(false);
});

test("what an earlier version told without keeping the reasons is not told again, and its end is", () => {
  expect(isNews(AIRTABLE_TOO, { told: true })).toBe(false);
  expect(isNews(NONE, { told: true })).toBe(true);
  expect(isNews(NONE, { told: false })).toBe(false);
});

test("more requests with the same reason are the same outage, and what was cut off is no other one", () => {
  const one = troubleOf(["card: slack: no answer"]);
  const parts = Array.from({ length: 12 }, (_, i) => `bump-${i} to mentors: slack: no answer`).join("; ");
  const cut = [195, 200, 205].map((length) => parts.slice(0, length)).filter(({ length }) => length >= 200);
  expect(troubleOf(["card: slack: no answer", ...cut]).reasons).toEqual({ "slack: no answer": 1 + cut.length });
  expect(isNews(troubleOf(["receipt: slack: no answer", ...cut]), knownThen(one))).toBe(false);
});
