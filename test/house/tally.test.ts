import { describe, expect, test } from "vitest";
import { tallyOf } from "../run/run-vitest.ts";
import { sum } from "../run/tally.ts";

/** As Vitest writes it: each file is given by the outcomes of its tests, and has failed unless all passed. */
const report = (...files: readonly (readonly ("passed" | "failed" | "skipped")[])[]) => {
  const outcomes = files.flat();
  return JSON.stringify({
    numPassedTests: outcomes.filter((outcome) => outcome === "passed").length,
    numFailedTests: outcomes.filter((outcome) => outcome === "failed").length,
    testResults: files.map((tests) => ({
      status: tests.length > 0 && tests.every((outcome) => outcome === "passed") ? "passed" : "failed",
      assertionResults: tests.map((status) => ({ status })),
    })),
  });
};

describe("the tests are counted", () => {
  test.each([
    ["all pass", true, report(["passed", "passed"], ["passed"]), { passed: 3, failed: 0 }],
    ["some fail", false, report(["passed", "failed"], ["passed", "failed"]), { passed: 2, failed: 2 }],
    ["a file did not load", false, report(["passed", "failed"], []), { passed: 1, failed: 2 }],
    ["a file could not prepare itself", false, report(["passed"], ["skipped", "skipped"]), { passed: 1, failed: 1 }],
    ["something failed between the tests", false, report(["passed"]), { passed: 1, failed: 1 }],
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
