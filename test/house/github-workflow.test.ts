import { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readText } from "./compose-file.ts";

const CHECK = ".github/workflows/check.yml";

test("GitHub's own parser finds nothing wrong with the workflow that checks a change", () => {
  expect(problemsOf(readText(CHECK))).toEqual([]);
});

test("it would, with a word misspelt", () => {
  expect(problemsOf(readText(CHECK).replace("runs-on", "run-on"))).not.toEqual([]);
});

test("the workflow may only read, and calls the commands of the README", () => {
  const { permissions, jobs } = parse(readText(CHECK));
  const commands = jobs.check.steps.flatMap(({ run }: { readonly run?: string }) => run ?? []);
  expect(permissions).toEqual({ contents: "read" });
  expect(commands).toEqual(["npm install", "npm test"]);
});

function problemsOf(content: string): readonly string[] {
  const { context } = parseWorkflow({ name: CHECK, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(String);
}
