import { expect, test } from "vitest";
import { requestId } from "../../domain/ids.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import { fitting, shortened } from "../../domain/shortened.ts";
import { SEARCH, startOfRequest } from "../../workflows/contract.ts";
import { aRequest } from "./a-request.ts";

test("of many words the first are kept that find room in one search attribute of 2 KB", () => {
  const words = Array.from({ length: 150 }, (_, n) => `${n} ${"ü".repeat(76)}`);
  const kept = fitting(words);
  expect(kept).toEqual(words.slice(0, kept.length));
  expect(kept.length).toBeGreaterThan(4);
  expect(new TextEncoder().encode(JSON.stringify(kept)).length).toBeLessThan(2048);
});

test("a request that wants 150 skills is started with as many as Temporal takes", () => {
  const { asked, mentee } = aRequest({});
  const skills = Array.from({ length: 150 }, (_, n) => ({
    id: asked.service.id,
    name: `Skill ${n} ${"x".repeat(60)}`,
  }));
  const start = startOfRequest({
    id: requestId("request-sql-abcdef"),
    mentee,
    policy: DEFAULT_POLICY,
    asked: { ...asked, skills },
  });
  const shown = start.typedSearchAttributes.find(({ key }) => key.name === SEARCH.Skills.name)?.value;
  expect(JSON.stringify(shown).length).toBeLessThan(2048);
  expect(start.staticSummary.length).toBeLessThanOrEqual(200);
});

test("no half of an emoji stays at the end", () => {
  expect(shortened("ab🙂", 3)).toBe("ab");
});
