import { expect, test } from "vitest";
import { type Insights, inShort } from "../../domain/insights.ts";
import { insightsInWords, usualWait } from "../../domain/wording/insights.ts";

const NONE: Insights = {
  requests: 0,
  openNow: 0,
  byMonth: [],
  daysToClaim: { claimed: 0 },
  needed: { bump: 0, coordinator: 0, ceo: 0 },
  asked: [],
  paired: [],
  skills: [],
};

test.each([
  [0.01, "within 1 hour."],
  [0.5, "within 12 hours."],
  [1.99, "within 2 days."],
  [2.2, "within 3 days."],
])("a wait of %d days is said in whole hours or days, rounded up: %s", (days, words) => {
  expect(usualWait(days)).toContain(words);
});

test("without a figure nothing is promised", () => {
  expect(usualWait(undefined)).not.toMatch(/\d/);
});

test("where there is nothing to say of, there is no line", () => {
  expect(insightsInWords(NONE, 0).split("\n").length).toBe(4);
});

test("the skills that nobody has stand by themselves, and what people typed is escaped", () => {
  const skills = [
    { skill: "<!channel>", asked: 3, mentors: 0 },
    { skill: "SQL", asked: 2, mentors: 4 },
  ];
  const words = insightsInWords({ ...NONE, skills }, 0);
  expect(words).toContain("no active mentor has it: &lt;!channel&gt; (3)\n");
  expect(words).not.toContain("<!channel>");
});

test("what is counted is as of the last reading, and one mentor is one", () => {
  const words = insightsInWords({ ...NONE, skills: [{ skill: "SQL", asked: 2, mentors: 1 }] }, 0);
  expect(words).toMatch(/^\*The last 90 days\*, as of .*; read anew once a day at most\n• 0 asked for, 0 open then\n/);
  expect(words).toContain("SQL (2 asked, 1 mentor)");
});

test("of long lists the most frequent and the latest are kept", () => {
  const paired = Array.from({ length: 30 }, (_, n) => ({
    request: `${n}`,
    mentee: "U0BOB",
    mentor: "Ada",
    from: 30 - n,
  }));
  expect(inShort({ ...NONE, paired }).paired.map(({ from }) => from)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
});
