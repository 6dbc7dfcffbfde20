import { expect, test } from "vitest";
import { type Figures, insightsOf, type PairingFigures, type RequestFigures } from "../../domain/insights.ts";

const at = (moment: string) => Date.parse(`${moment}:00Z`);
const NOW = at("2026-04-20T12:00");
const SINCE = at("2026-01-01T00:00");

const request = (id: string, given: Partial<RequestFigures> = {}): RequestFigures => ({
  id,
  mentee: "U0BOB",
  skills: ["SQL"],
  status: "closed",
  openedAt: at("2026-02-01T00:00"),
  stepsDone: ["post", "receipt"],
  ...given,
});
const pairing = (of: string, from: number, given: Partial<PairingFigures> = {}): PairingFigures => ({
  request: of,
  mentee: "U0BOB",
  mentor: "Ada",
  from,
  ...given,
});
const figures = (given: Partial<Figures>) =>
  insightsOf({ requests: [], pairings: [], mentors: [], ...given }, SINCE, NOW);

test("without any request every figure is empty, and none is a number that is none", () => {
  expect(figures({})).toEqual({
    requests: 0,
    openNow: 0,
    byMonth: [],
    daysToClaim: { claimed: 0 },
    needed: { bump: 0, coordinator: 0, ceo: 0 },
    asked: [],
    paired: [],
    skills: [],
  });
});

test("months without a request are in the list, and requests from before are not counted, but may be open now", () => {
  const old = request("old", { openedAt: at("2025-12-31T23:59"), status: "waiting" });
  const { byMonth, requests, openNow } = figures({ requests: [old, request("a"), request("b", { openedAt: NOW })] });
  expect(byMonth).toEqual([
    { month: "2026-02", requests: 1 },
    { month: "2026-03", requests: 0 },
    { month: "2026-04", requests: 1 },
  ]);
  expect([requests, openNow]).toEqual([2, 1]);
});

test.each([
  [[1], 1, 1],
  [[1, 2], 1, 2],
  [[1, 2, 3], 2, 3],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 9],
])("of claims after %j days half came within %d, nine of ten within %d", (waits, median, percentile90) => {
  const requests = waits.map((days) => request(`r${days}`));
  const opened = at("2026-02-01T00:00");
  const pairings = waits.flatMap((days) => [
    pairing(`r${days}`, opened + (days + 20) * 86_400_000),
    pairing(`r${days}`, opened + days * 86_400_000),
  ]);
  const { daysToClaim } = figures({ requests: [...requests, request("nobody")], pairings });
  expect(daysToClaim).toEqual({ claimed: waits.length, median, percentile90 });
});

test("a request that was bumped twice counts once", () => {
  const { needed } = figures({
    requests: [
      request("a", { stepsDone: ["post", "bump-1", "bump-2", "coordinator"] }),
      request("b", { stepsDone: ["post", "bump-1"] }),
      request("c", { stepsDone: ["bump-1", "coordinator", "ceo", "remind 1"] }),
      request("d"),
    ],
  });
  expect(needed).toEqual({ bump: 0.75, coordinator: 0.5, ceo: 0.25 });
});

test("skills that nobody has stand out, and a mentor who is not active is none", () => {
  const mentors = [
    { active: true, skills: ["SQL"] },
    { active: false, skills: ["Rust", "SQL"] },
  ];
  const requests = [request("a", { skills: ["Rust", "SQL"] }), request("b", { skills: ["Rust"], mentee: "U0NIA" })];
  const { skills, asked } = figures({ requests, mentors });
  expect(skills).toEqual([
    { skill: "Rust", asked: 2, mentors: 0 },
    { skill: "SQL", asked: 1, mentors: 1 },
  ]);
  expect(asked).toEqual([
    { mentee: "U0BOB", requests: 1 },
    { mentee: "U0NIA", requests: 1 },
  ]);
});

test.each([
  ["eight were claimed within one to eight days", [1, 2, 3, 4, 5, 6, 7, 8], 0, 6],
  ["two of eight wait for more than a week", [1, 2, 3, 4, 5, 6], 2, 6],
  ["three of eight wait for more than a week", [1, 2, 3, 4, 5], 3, undefined],
  ["there were only seven", [1, 2, 3, 4, 5, 6, 7], 0, undefined],
])("when %s, it is said in how many days three of four are claimed, or nothing", (_, waits, waiting, usual) => {
  const opened = at("2026-02-01T00:00");
  const requests = [
    ...waits.map((days) => request(`r${days}`)),
    ...Array.from({ length: waiting }, (__, n) => request(`w${n}`, { status: "waiting" })),
    request("just-asked", { status: "waiting", openedAt: NOW }),
  ];
  const pairings = waits.map((days) => pairing(`r${days}`, opened + days * 86_400_000));
  expect(figures({ requests, pairings }).usualWait).toBe(usual);
});
