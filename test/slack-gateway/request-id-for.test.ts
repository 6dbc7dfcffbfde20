import fc from "fast-check";
import { expect, test } from "vitest";
import { isRequestId } from "../../domain/ids.ts";
import { requestIdFor } from "../../slack-gateway/request-id-for.ts";

test.each([
  ["SQL", /^request-sql-[0-9a-z]{10,11}$/],
  ["C#", /^request-c-/],
  [".NET", /^request-net-/],
  ["HTML & CSS", /^request-html-css-/],
  ["Résumé review", /^request-resume-review-/],
  ["日本語", /^request-mentor-/],
  ["", /^request-mentor-/],
  [`${"very ".repeat(40)}long`, /^request-(very-){8}[0-9a-z]{10,11}$/],
])("a request about %s can be read in a list", (about, id) => {
  expect(requestIdFor("V0FORM", about)).toMatch(id);
});

test("the same form sent twice makes the same request, and two forms never do", () => {
  const ids = Array.from({ length: 20_000 }, (_, n) => requestIdFor(`V${n}`, "SQL"));
  expect(new Set(ids).size).toBe(ids.length);
  expect(requestIdFor("V7", "SQL")).toBe(ids[7]);
});

test("whatever staff call a skill, and whatever Slack calls a form, the id is one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (about, view) => isRequestId(requestIdFor(view, about))),
  );
});
