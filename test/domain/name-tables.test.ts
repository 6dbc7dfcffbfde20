import { expect, test } from "vitest";
import { nameTables } from "../../domain/name-tables.ts";
import { TABLES } from "../../domain/tables.ts";

test("without a mapping every table and column has its usual name", () => {
  expect(nameTables({})).toEqual(TABLES);
});

test("a base that exists keeps its own names, and what is not mentioned has the usual one", () => {
  const tables = nameTables({
    "Mentor Requests": {
      name: "Mentor Request",
      columns: { "Mentee Slack ID": "Slack User", Details: "Additional Details" },
    },
  });
  if ("problems" in tables) throw new Error(tables.problems.join());
  expect(tables.requests.name).toBe("Mentor Request");
  expect(tables.requests.columns.mentee).toEqual({ name: "Slack User", type: "singleLineText" });
  expect(tables.requests.columns.details.name).toBe("Additional Details");
  expect(tables.requests.columns.id.name).toBe("Request ID");
  expect(tables.mentors).toEqual(TABLES.mentors);
});

test("names that Muster does not know, and one name for two columns or two tables, are all told at once", () => {
  const named = nameTables({
    Mentor: { name: "Mentors" },
    Mentors: { columns: { "Slack Name": "Nick", "Full Name": "Email" } },
  });
  expect("problems" in named && named.problems).toEqual([
    expect.stringMatching(/^"Mentor" is no table of Muster; there are Services/),
    expect.stringMatching(/^"Slack Name" is no column of Mentors; there are Full Name/),
    'two columns of Mentors would both be called "Email"',
  ]);
  expect(nameTables({ Skillsets: { name: "Services" } })).toEqual({
    problems: ['two tables would both be called "Services"'],
  });
});
