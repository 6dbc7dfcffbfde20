import { describe, expect, test } from "vitest";
import { tallyOf } from "../run/run-vitest.ts";
import { sum } from "../run/tally.ts";

const report = (numPassedTests: number, numFailedTests: number) => JSON.stringify({ numPassedTests, numFailedTests });

describe("the tests are counted", () => {
  test.each([
    ["all pass", true, report(12, 0), { passed: 12, failed: 0 }],
    ["some fail", false, report(10, 2), { passed: 10, failed: 2 }],
    ["all pass, but a file did not load", false, report(12, 0), { passed: 12, failed: 1 }],
    ["Vitest crashed before it could report", false, undefined, { passed: 0, failed: 1 }],
    ["Vitest ended well without a report", true, undefined, { passed: 0, failed: 1 }],
  ])("when %s", (_case, wentWell, json, tally) => {
    expect(tallyOf(wentWell, json)).toEqual(tally);
  });

  test("and added up", () => {
    const tallies = [
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ];
    expect(sum(tallies)).toEqual({ passed: 3, failed: 3 });
  });
});
