import { expect, test } from "vitest";
import { carryOutDueSteps } from "../../domain/carry-out.ts";
import { decide } from "../../domain/decide.ts";
import { DAY, MINUTE } from "../../domain/duration.ts";
import { recordOf } from "../../domain/record.ts";
import { readSteps } from "../../domain/steps-done.ts";
import { aRequest, START } from "./a-request.ts";

const stepsOf = (request: Parameters<typeof recordOf>[0]) => recordOf(request).stepsDone;

test("each step stands in the record with the minute in which it was dealt with, and can be read from there again", () => {
  const opened = carryOutDueSteps(aRequest(), START);
  const late = carryOutDueSteps(opened, START + 5 * DAY + 90_000);
  expect(stepsOf(late)).toEqual([
    "post 1 2026-03-02T09:00Z",
    "receipt 2026-03-02T09:00Z",
    "bump-1 2026-03-07T09:01Z",
    "acknowledge 2026-03-07T09:01Z",
    "bump-2 2026-03-07T09:01Z",
  ]);
  const read = readSteps(stepsOf(late).join("\n"));
  const toTheMinute = late.done.map((one) => ({
    ...one,
    doneAt: Math.floor((one.doneAt ?? 0) / MINUTE) * MINUTE,
  }));
  expect(read).toEqual(toTheMinute);
});

test("a repeating step stands there once for each time, and a CEO who was told by hand with that time", () => {
  const reminded = [17.5, 24.51].reduce((state, days) => carryOutDueSteps(state, START + days * DAY), aRequest());
  expect(stepsOf(reminded).slice(-2)).toEqual(["remind 2026-03-19T21:00Z", "remind 1 2026-03-26T21:14Z"]);

  const escalate = { do: "escalate", by: "U0CORA", as: "coordinator", actionId: "e" } as Parameters<typeof decide>[1];
  const told = decide(aRequest(), escalate, START + DAY);
  expect(stepsOf(told)).toContain("ceo 2026-03-03T09:00Z");
});

test("what an earlier version wrote is read without times", () => {
  expect(readSteps("post, bump-1, remind 2")).toEqual([
    { step: "post", nth: 0 },
    { step: "bump-1", nth: 0 },
    { step: "remind", nth: 2 },
  ]);
  expect(readSteps("")).toEqual([]);
});
