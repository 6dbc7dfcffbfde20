import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY, type Policy } from "../../domain/policy.ts";
import { forPeople } from "../../operator/rehearsal/printed.ts";
import { readArguments } from "../../operator/rehearsal/read-arguments.ts";
import { readDuration } from "../../operator/rehearsal/read-duration.ts";
import { readMoment } from "../../operator/rehearsal/read-moment.ts";
import { readPlan } from "../../operator/rehearsal/read-plan.ts";
import { asOnTheWall } from "../../operator/rehearsal/wall-clock.ts";
import { rehearsed } from "./rehearse-in-short.ts";

const A_PROCESS = { timeout: 180_000 };

const OFFICE_HOURS: Policy = {
  ...DEFAULT_POLICY,
  name: "office hours",
  calendar: { kind: "working", timeZone: "America/New_York", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" },
};

test("of a request on a Friday evening only working time counts, if the policy says so", A_PROCESS, async () => {
  const timeZone = "America/New_York";
  const posted = readMoment("Friday 16:55", { timeZone, now: Date.now() });
  const { messages } = await withFile(OFFICE_HOURS, (file) =>
    rehearsed("--policy", file, "--posted", "Friday 16:55", "--time-zone", timeZone, "--until", "12d"),
  );

  const onTheWall = messages.map(({ at, step, to }) => {
    const [weekday, , , time] = asOnTheWall(posted + lengthOf(at), timeZone).split(" ");
    return `${weekday} ${time} ${step}, ${to}`;
  });
  expect(onTheWall.slice(0, 2).sort()).toEqual(["Fri 16:55 post, #mentors-internal", "Fri 16:55 receipt, bob"]);
  expect(onTheWall.slice(2)).toEqual([
    "Tue 16:55 acknowledge, bob",
    "Wed 16:55 bump-1, #mentors-internal",
    "Fri 16:55 bump-2, #mentors-internal",
    "Tue 16:55 coordinator, cora",
  ]);
});

/** "P4DT1H30M" in milliseconds. */
const lengthOf = (text: string) => readDuration("at", text.replace(/[PT]/g, "").toLowerCase());

describe("a policy", () => {
  test("that cannot be used is refused with everything that is wrong with it", async () => {
    const wrong = { ...OFFICE_HOURS, mentionsAtMost: 0, calendar: { ...OFFICE_HOURS.calendar, from: "nine" } };
    await withFile(wrong, async (file) => {
      const read = readPlan(asked("--policy", file));
      await expect(read).rejects.toThrow("because of 2 problems");
      await expect(read).rejects.toThrow('from is not a time such as "09:00"');
      await expect(read).rejects.toThrow("mentionsAtMost");
    });
  });

  test("that is not there is refused as well", async () => {
    await expect(readPlan(asked("--policy", "/no/such/file.json"))).rejects.toThrow("cannot be read (ENOENT)");
  });
});

describe("a moment", () => {
  /** A Wednesday, 10:30 in New York. */
  const now = Date.parse("2026-11-25T15:30:00Z");
  const timeZone = "America/New_York";

  test.each([
    ["Friday 16:55", "2026-11-27T21:55:00Z"],
    ["fri 9:05", "2026-11-27T14:05:00Z"],
    ["Wednesday 11:00", "2026-11-25T16:00:00Z"],
    ["Wednesday 10:30", "2026-12-02T15:30:00Z"],
    ["2027-07-01 08:00", "2027-07-01T12:00:00Z"],
    ["2027-03-14 03:30", "2027-03-14T07:30:00Z"],
    ["2026-12-24T18:00", "2026-12-24T23:00:00Z"],
    ["2026-12-24T18:00+01:00", "2026-12-24T17:00:00Z"],
  ])("%s", (text, moment) => {
    expect(new Date(readMoment(text, { timeZone, now })).toISOString()).toBe(new Date(moment).toISOString());
  });

  test.each([
    ["2020-01-01 10:00", "time can be skipped forward only"],
    ["2026-11-25 10:30", "time can be skipped forward only"],
    ["2030-01-01 10:00", "more than a year ahead"],
    ["2027-03-14 02:30", "--posted takes a moment such as"],
    ["someday 10:00", "--posted takes a moment such as"],
    ["Friday 25:00", "--posted takes a moment such as"],
    ["2026-13-01 10:00", "--posted takes a moment such as"],
    ["2027-02-30 10:00", "--posted takes a moment such as"],
    ["2027-02-30T10:00Z", "--posted takes a moment such as"],
  ])("%s is refused", (text, sentence) => {
    expect(() => readMoment(text, { timeZone, now })).toThrow(sentence);
  });

  test("needs a zone that there is, and a zone needs a moment", () => {
    expect(() => readArguments(["--posted", "Friday 16:55", "--time-zone", "America/Gotham"])).toThrow("is not known");
    expect(() => readArguments(["--time-zone", "Europe/Berlin"])).toThrow("--time-zone needs --posted");
  });

  test("is shown on the clocks of its zone", () => {
    const posted = { at: Date.parse("2026-11-27T21:55:00Z"), timeZone };
    expect(forPeople(undefined, posted).ending({ outcome: "waiting" }, 4 * 24 * 60 * 60_000)).toBe(
      "  4 d  0 h          Tue 01 Dec 16:55   waiting",
    );
  });
});

function asked(...typed: readonly string[]) {
  const read = readArguments(typed);
  if (read === "help") throw new Error("That was a question for help.");
  return read;
}

async function withFile<Result>(content: unknown, use: (file: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "rehearse-"));
  try {
    const file = join(folder, "policy.json");
    await writeFile(file, JSON.stringify(content));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
