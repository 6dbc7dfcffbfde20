import { describe, expect, test } from "vitest";
import { asRead } from "../../operator/rehearsal/as-read.ts";
import { AS_JSON, forPeople } from "../../operator/rehearsal/printed.ts";
import { readArguments } from "../../operator/rehearsal/read-arguments.ts";
import { readDuration } from "../../operator/rehearsal/read-duration.ts";
import { rehearsed } from "./rehearse-in-short.ts";
import { runRehearsal } from "./run-rehearsal.ts";

const A_PROCESS = { timeout: 90_000 };
const MINUTE = 60_000;

test("a request that nobody claims goes up the whole ladder, to the minute", A_PROCESS, async () => {
  const { inShort, ending } = await rehearsed();

  expect(inShort.slice(0, 2).sort()).toEqual(["P0DT0H post, mentors #mentors-internal", "P0DT0H receipt, mentee bob"]);
  expect(inShort.slice(2, 7)).toEqual([
    "P2DT0H acknowledge, mentee bob",
    "P3DT0H bump-1, mentors #mentors-internal",
    "P5DT0H bump-2, mentors #mentors-internal",
    "P7DT0H coordinator, coordinator cora",
    "P10DT12H ceo, ceo grace",
  ]);
  expect(inShort.slice(7).sort()).toEqual([
    "P17DT12H remind, ceo grace",
    "P17DT12H remind, coordinator cora",
    "P24DT12H remind-2, ceo grace",
    "P24DT12H remind-2, coordinator cora",
  ]);
  expect(ending).toEqual({ outcome: "waiting" });
});

test("a claim after four days stops the ladder there", A_PROCESS, async () => {
  const { inShort, messages, ending } = await rehearsed("--claim-after", "4d", "--until", "12d");

  const later = inShort.slice(inShort.indexOf("P3DT0H bump-1, mentors #mentors-internal") + 1);
  expect(later.slice(0, 2).sort()).toEqual(["P4DT0H claimed, mentee bob", "P4DT0H claimed, mentor ada"]);
  expect(later.join("\n")).not.toMatch(/bump|coordinator cora|ceo grace/);
  expect(messages.find(({ step, to }) => step === "claimed" && to === "bob")?.text).toContain(
    "@ada will be your mentor",
  );
  expect(ending).toEqual({ outcome: "claimed", by: "ada" });
});

test("a claim after eight days is told to the coordinator, who had heard that there was none", A_PROCESS, async () => {
  const { inShort, messages, ending } = await rehearsed("--claim-after", "8d", "--claim-by", "denis");

  expect(inShort).toContain("P7DT0H coordinator, coordinator cora");
  expect(inShort).toContain("P8DT0H solved, coordinator cora");
  expect(messages.find(({ step }) => step === "solved")?.text).toContain("@denis has taken the request of @bob");
  expect(inShort.join("\n")).not.toContain("ceo");
  expect(ending).toEqual({ outcome: "claimed", by: "denis" });
});

test("whoever may not take it is told so, and the request goes on waiting", A_PROCESS, async () => {
  const { inShort, ending } = await rehearsed("--claim-after", "90m", "--claim-by", "tim", "--until", "2d");

  expect(inShort.slice(2)).toEqual(["P0DT1H30M answer, claimer tim", "P2DT0H acknowledge, mentee bob"]);
  expect(ending).toEqual({ outcome: "waiting" });
});

test(
  "a command that cannot be carried out is refused with one sentence, and nothing is started",
  A_PROCESS,
  async () => {
    const { stdout, stderr, exitCode } = await runRehearsal("--json", "--claim-after", "soon");

    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: "",
      stderr: '--claim-after takes a length of time such as 9d, 36h, 10d12h or 90m, not "soon".\n',
      exitCode: 1,
    });
  },
);

describe("it is refused", () => {
  test.each([
    ["an option that there is not", ["--claim-before", "3d"], "Unknown option '--claim-before'"],
    ["a word that belongs to nothing", ["9d"], "Unexpected argument '9d'"],
    ["an option without what it needs", ["--until"], "argument missing"],
    ["somebody who is not there", ["--claim-after", "3d", "--claim-by", "zoe"], 'There is nobody called "zoe" here.'],
    ["somebody outside the channel", ["--claim-after", "3d", "--claim-by", "carla"], "carla does not see the button."],
    ["a claimer without a moment", ["--claim-by", "ada"], "--claim-by needs --claim-after"],
    ["a claim after the end", ["--claim-after", "9d", "--until", "5d"], "--claim-after 9d comes after --until 5d"],
    ["more than a year", ["--until", "367d"], "for a year at most"],
  ])("%s", (_what, typed, sentence) => {
    expect(() => readArguments(typed)).toThrow(sentence);
  });
});

describe("a length of time", () => {
  test.each([
    ["9d", 9 * 24 * 60],
    ["36h", 36 * 60],
    ["10d12h", 252 * 60],
    ["90m", 90],
    ["1d2h3m", 26 * 60 + 3],
    ["0d", 0],
  ])("%s", (text, minutes) => {
    expect(readDuration("--until", text)).toBe(minutes * MINUTE);
  });

  test.each(["", "d", "9", "9 d", "-1d", "1.5d", "12h1d", "9days", "9D"])('is not "%s"', (text) => {
    expect(() => readDuration("--until", text)).toThrow("--until takes a length of time such as 9d");
  });
});

test("a message is shown as people read it", () => {
  const text =
    "<@U1> waits since <!date^1785500000^{date_short_pretty}|2026-07-31>: &lt;b&gt; &amp; <https://a.b/c|the post>";
  expect(asRead(text, (id) => (id === "U1" ? "bob" : id))).toBe("@bob waits since 2026-07-31: <b> & the post");
});

describe("a line", () => {
  const line = {
    at: (10 * 24 + 12) * 60 * MINUTE,
    step: "ceo",
    audience: "ceo",
    to: "grace",
    text: "Nobody\n> yet",
  } as const;

  test("for machines says the time as ISO 8601 does, with minutes where there are any", () => {
    expect(JSON.parse(AS_JSON.told(line))).toEqual({ ...line, at: "P10DT12H" });
    expect(JSON.parse(AS_JSON.told({ ...line, at: 90 * MINUTE + 59_999 }))).toMatchObject({ at: "P0DT1H30M" });
  });

  test("for people fits the terminal", () => {
    expect(forPeople(undefined).told(line)).toBe(
      " 10 d 12 h          ceo          → ceo grace                  Nobody > yet",
    );
    expect(forPeople(70).told(line)).toBe(" 10 d 12 h          ceo          → ceo grace                  Nobody …");
  });
});
