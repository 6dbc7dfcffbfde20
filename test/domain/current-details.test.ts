import { expect, test } from "vitest";
import { carryOutDueSteps } from "../../domain/carry-out.ts";
import { currentDetails } from "../../domain/current-details.ts";
import { DAY } from "../../domain/duration.ts";
import { moved, noted } from "../../domain/request.ts";
import { ADA, aRequest, KEN, START } from "./a-request.ts";

const FIRST = "- 2026-03-02 09:00 UTC U0BOB asked";

test("the page of a request in Temporal says what was asked, where it stands, what comes next and what happened", () => {
  const posted = { ...carryOutDueSteps(aRequest(), START), outbox: [] };
  const told = noted(posted, { at: START + 60_000, by: "muster", what: "told", to: "mentee", note: "receipt" });
  expect(currentDetails(told, START + DAY, []).split("\n")).toEqual([
    "**Code review** (SQL), asked by U0BOB",
    "**waiting**, 1 day without a mentor so far",
    "Next: **acknowledge** at 2026-03-04 09:00 UTC",
    "",
    FIRST,
    "- 2026-03-02 09:01 UTC muster told mentee (receipt)",
  ]);
});

test("of a request that is claimed it says by whom, and how long it went without a mentor", () => {
  const claimed = moved(aRequest(), { status: "claimed", by: ADA, verified: true }, START + DAY);
  const [, standing, next] = currentDetails(claimed, START + 3 * DAY, []).split("\n");
  expect(standing).toBe("**claimed** by U0ADA, 1 day without a mentor so far");
  expect(next).toBe("Next: **how-it-goes** at 2026-03-06 09:00 UTC");
});

test("of a closed request it says that nothing more happens", () => {
  const closed = moved(aRequest(), { status: "closed", outcome: { kind: "withdrawn" } }, START);
  expect(currentDetails(closed, START, [])).toContain("\nNothing more happens by itself.\n");
});

test("what fails stands between what comes next and what happened", () => {
  const trouble = ["card: slack: channel_not_found", "record: airtable: unavailable"];
  expect(currentDetails(aRequest(), START, trouble).split("\n").slice(3)).toEqual([
    ...trouble.map((what) => `**In trouble:** ${what}`),
    "",
    FIRST,
  ]);
});

test("of much that happened it shows the latest dozen, and nobody's own words", () => {
  let request = aRequest({ details: "My secret query." });
  for (let n = 1; n <= 20; n++)
    request = noted(request, { at: START, by: KEN, what: "pass", note: `press ${n}`, words: "I have no time." });
  const said = currentDetails(request, START, []);
  expect(said.match(/press \d+/g)).toEqual(Array.from({ length: 12 }, (_, n) => `press ${n + 9}`));
  expect(said).not.toMatch(/secret|no time/);
});
