import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
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

function problemsOf(workflow: string): readonly string[] {
  const script = fileURLToPath(new URL("workflow-problems.ts", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, ["--import", "tsx", script], { input: workflow, encoding: "utf8" }));
}
