import fc from "fast-check";
import { expect, test } from "vitest";
import type { Catalogue } from "../../domain/catalogue.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import { readRequestForm } from "../../slack-gateway/read-request-form.ts";
import { record } from "../domain/a-request.ts";

const choice = (name: string) => ({ id: record(name), name });
const [REVIEW, SQL, GO, VETERAN] = [choice("Review"), choice("SQL"), choice("Go"), choice("Veteran")];
const CATALOGUE: Catalogue = { services: [REVIEW], skills: [GO, SQL], affiliations: [VETERAN] };

const DETAILS = "I am stuck with my first real query.";

interface Filled {
  readonly service?: string | null;
  readonly skills?: readonly string[];
  readonly details?: string | null;
  readonly affiliation?: string | null;
}

/** What Slack sends of a form that was filled in like this. */
function sent({ service = REVIEW.id, skills = [SQL.id], details = DETAILS, affiliation }: Filled = {}) {
  const one = (value: string | null) => ({ choice: { type: "static_select", selected_option: value && { value } } });
  return {
    service: one(service),
    skills: { choice: { type: "multi_static_select", selected_options: skills.map((value) => ({ value })) } },
    details: { text: { type: "plain_text_input", value: details } },
    ...(affiliation !== undefined && { affiliation: one(affiliation) }),
  };
}

test("what a member chose and wrote is read with the names that the catalogue has", () => {
  const filled = sent({ skills: [SQL.id, GO.id], details: `  ${DETAILS}\n`, affiliation: VETERAN.id });
  expect(readRequestForm(filled, CATALOGUE)).toEqual({
    asked: { service: REVIEW, skills: [GO, SQL], details: DETAILS, affiliation: VETERAN },
  });
});

test.each<[string, Filled, Record<string, string>]>([
  ["no service", { service: null }, { service: ANSWERS.chooseService }],
  ["a service that is gone", { service: record("Gone") }, { service: ANSWERS.chooseService }],
  ["a skill where a service should be", { service: SQL.id }, { service: ANSWERS.chooseService }],
  ["no skill", { skills: [] }, { skills: ANSWERS.chooseSkills }],
  ["a skill that is gone", { skills: [SQL.id, record("Gone")] }, { skills: ANSWERS.noLongerOffered }],
  ["only skills that are gone", { skills: [record("Gone")] }, { skills: ANSWERS.noLongerOffered }],
  ["no details", { details: null }, { details: ANSWERS.writeDetails }],
  [
    "details of three words among blanks",
    { details: `${" ".repeat(40)}help me please` },
    { details: ANSWERS.writeDetails },
  ],
  ["details of blanks", { details: " \n\t " }, { details: ANSWERS.writeDetails }],
  [
    "nothing at all",
    { service: null, skills: [], details: "" },
    { service: ANSWERS.chooseService, skills: ANSWERS.chooseSkills, details: ANSWERS.writeDetails },
  ],
])("a member who sends %s is told at the place where it is missing", (_what, filled, errors) => {
  expect(readRequestForm(sent(filled), CATALOGUE)).toEqual({ errors });
});

test("an affiliation that is gone is no reason to refuse a request", () => {
  const read = readRequestForm(sent({ affiliation: record("Gone") }), CATALOGUE);
  expect(read).toEqual({ asked: { service: REVIEW, skills: [SQL], details: DETAILS } });
});

test("somebody who sends more than the form lets them write is cut to what it does", () => {
  const read = readRequestForm(sent({ details: "x".repeat(50_000) }), CATALOGUE);
  expect("asked" in read && read.asked.details.length).toBe(3000);
});

test("a skill chosen twice is one", () => {
  const read = readRequestForm(sent({ skills: [SQL.id, SQL.id] }), CATALOGUE);
  expect("asked" in read && read.asked.skills).toEqual([SQL]);
});

test.each([undefined, null, 7, "text", [], {}, { service: {} }, { ...sent(), details: { text: { value: 7 } } }])(
  "a form that no client of Slack's would send (%j) is answered in the details, and nothing is taken",
  (values) => {
    expect(readRequestForm(values, CATALOGUE)).toEqual({ errors: { details: ANSWERS.somethingWrong } });
  },
);

test("whatever is sent, there is an answer; and what is taken comes from the catalogue", () => {
  const hostile = fc.oneof(
    fc.anything(),
    fc.record({
      service: fc.anything(),
      skills: fc.record({ choice: fc.record({ selected_options: fc.array(fc.record({ value: fc.string() })) }) }),
      details: fc.record({ text: fc.record({ value: fc.string() }) }),
    }),
  );
  fc.assert(
    fc.property(hostile, (values) => {
      const read = readRequestForm(values, CATALOGUE);
      if ("errors" in read) expect(Object.keys(read.errors).length).toBeGreaterThan(0);
      else expect(read.asked.skills.every((skill) => CATALOGUE.skills.includes(skill))).toBe(true);
    }),
  );
});

test("a member whose words are dressed up as something else of JavaScript's is taken at their word", () => {
  for (const words of ["__proto__", "constructor", "<!channel> *x* <@U123> & </script>", "\u0000\u202E"]) {
    const details = `${words} ${DETAILS}`;
    expect(readRequestForm(sent({ details }), CATALOGUE)).toMatchObject({ asked: { details } });
  }
});
