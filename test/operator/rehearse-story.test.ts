import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { storyOf } from "../../operator/rehearsal/read-story.ts";
import { rehearsed } from "./rehearse-in-short.ts";

const A_PROCESS = { timeout: 180_000 };

const EXAMPLE = fileURLToPath(new URL("../../docs/rehearsal-story.json", import.meta.url));

test("claim, release, four days without Slack, second claim, session and feedback", A_PROCESS, async () => {
  const { inShort, messages, ending } = await rehearsed("--story", EXAMPLE);

  const [first, released, back, second] = [day(1), day(2), day(6), day(8)].map((on) => inShort.filter(on));
  expect(first?.sort()).toEqual(["P1DT0H claimed, mentee bob", "P1DT0H claimed, mentor ada"]);
  expect(released?.sort()).toEqual([
    "P2DT0H answer, claimer ada",
    "P2DT0H open-again, mentee bob",
    "P2DT0H post, mentors #mentors-internal",
    "P2DT1H answer, claimer fran",
  ]);
  expect(inShort.filter((line) => /^P[345]D/.test(line))).toEqual([]);
  expect(back?.map(withoutTime).sort()).toEqual(["acknowledge, mentee bob", "bump-2, mentors #mentors-internal"]);
  expect(second).toEqual(
    expect.arrayContaining([
      "P8DT0H claimed, mentee bob",
      "P8DT0H claimed, mentor denis",
      "P8DT0H solved, coordinator cora",
      "P8DT6H agreed, mentee bob",
    ]),
  );
  expect(inShort).toContain("P11DT12H helped, mentee bob");
  expect(messages.findLast(({ to }) => to === "bob")?.text).toContain("Only the coordinators see what you said");
  expect(ending).toEqual({ outcome: "closed" });
});

test("after nine days without Slack nobody gets more than one message", A_PROCESS, async () => {
  const story = [{ after: "1d", until: "10d", down: "slack" }];
  const { inShort } = await playing(story, "--until", "12d");

  expect(inShort.slice(2, -1).every((line) => line.startsWith("P10DT0H"))).toBe(true);
  expect(inShort.slice(2, -1).map(withoutTime).sort()).toEqual([
    "acknowledge, mentee bob",
    "bump-2, mentors #mentors-internal",
    "coordinator, coordinator cora",
  ]);
  expect(inShort.at(-1)).toBe("P10DT12H ceo, ceo grace");
});

test("the coordinator and the mentee act while Airtable is down, and after", A_PROCESS, async () => {
  const { inShort, messages, ending } = await playing([
    { after: "1d", until: "4d", down: "airtable" },
    { after: "2d6h", who: "cora", does: "bump" },
    { after: "2d12h", who: "bob", does: "add-details", details: "It is a left join." },
    { after: "4d12h", who: "cora", does: "snooze", for: "3d" },
    { after: "6d", who: "cora", does: "assign", mentor: "fran" },
    { after: "7d", who: "ada", does: "held" },
    { after: "8d", who: "cora", does: "take-away", reason: "Fran is ill." },
    { after: "9d", who: "bob", does: "withdraw" },
  ]);

  expect(inShort).toEqual(
    expect.arrayContaining([
      "P2DT0H acknowledge, mentee bob",
      "P2DT6H bump-by-hand-1, mentors #mentors-internal",
      "P3DT0H bump-1, mentors #mentors-internal",
      "P6DT0H assigned, mentor fran",
      "P7DT0H answer, claimer ada",
      "P8DT0H taken-away, mentor fran",
    ]),
  );
  expect(inShort.filter((line) => line.startsWith("P5D"))).toEqual([]);
  expect(messages.find(({ to, at }) => to === "ada" && at === "P7DT0H")?.text).toContain("That was not carried out");
  expect(ending).toEqual({ outcome: "closed" });
});

test("every mistake in a story is named", () => {
  const read = storyOf([
    { after: "1 day", who: "zoe", does: "claim" },
    { after: "1d", who: "ada", does: "dance" },
    { after: "1d", who: "bob", does: "feedback", rating: 9 },
    { after: "3d", until: "2d", down: "slack" },
    { after: "3d", until: "4d", down: "teams" },
    "claim",
    { after: "1d", who: "ada", does: "release", why: "ill" },
  ]);

  expect("problems" in read && read.problems).toEqual([
    expect.stringMatching(/^Entry 1: after: it takes a length of time/),
    expect.stringMatching(/^Entry 1: who: There is nobody called "zoe" here/),
    expect.stringMatching(/^Entry 2: does: it is "dance", which nobody can do\. There are: claim, /),
    expect.stringMatching(/^Entry 3: rating: /),
    expect.stringMatching(/^Entry 4: until does not come after/),
    expect.stringMatching(/^Entry 5: down: /),
    expect.stringMatching(/^Entry 6: it is not an object with "does" or "down"/),
    expect.stringMatching(/^Entry 7: reason: /),
    expect.stringMatching(/^Entry 7: Unrecognized key: "why"/),
  ]);
  expect(storyOf({ after: "1d" })).toEqual({ problems: [expect.stringContaining("not a list")] });
});

const day = (n: number) => (line: string) => line.startsWith(`P${n}D`);
const withoutTime = (line: string) => line.slice(line.indexOf(" ") + 1);

async function playing(story: unknown, ...args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), "rehearse-"));
  try {
    const file = join(folder, "story.json");
    await writeFile(file, JSON.stringify(story));
    return await rehearsed("--story", file, ...args);
  } finally {
    await rm(folder, { recursive: true });
  }
}
