import { expect, test } from "vitest";
import { localTime } from "../../../activities/slack/local-time.ts";

const SUMMER = Date.parse("2026-07-31T23:05:00Z");
const WINTER = Date.parse("2026-01-15T05:05:00Z");

test("the time there is the one on the wall, in summer and in winter, on the other side of midnight as well", () => {
  expect(localTime("America/New_York", SUMMER)).toBe("Friday 19:05");
  expect(localTime("America/New_York", WINTER)).toBe("Thursday 00:05");
  expect(localTime("Asia/Kolkata", SUMMER)).toBe("Saturday 04:35");
});

test("a time zone that nobody knows has no time", () => {
  expect(localTime("Mars/Olympus", SUMMER)).toBeUndefined();
});
