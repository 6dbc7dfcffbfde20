import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ARROWS } from "./arrows.ts";
import { checkImports } from "./check-imports.ts";
import { importsOf } from "./imports-of.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const FOLDERS = [...new Set(ARROWS.map((arrow) => arrow.in.split("/")[0] ?? ""))];

describe("the arrows of docs/architecture.md hold in", () => {
  test.each(FOLDERS)("%s", (folder) => {
    const problems = sourcesIn(folder).flatMap((file) =>
      checkImports(ARROWS, file, readFileSync(join(ROOT, file), "utf8")),
    );
    expect(problems).toEqual([]);
  });
});

test("every folder with code is either in the table or is one that nobody imports", () => {
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .filter((entry) => sourcesIn(entry.name).length > 0);
  expect([...FOLDERS, "bench", "test", "docs"]).toEqual(expect.arrayContaining(folders.map((folder) => folder.name)));
});

describe("it is an error when", () => {
  test.each([
    ["the domain takes a package", "domain/claim.ts", `import { z } from "zod"`, "imports zod"],
    ["the domain uses the file system", "domain/claim.ts", `import { readFile } from "node:fs"`, "imports node:fs"],
    [
      "the domain takes so much as a type from others",
      "domain/a.ts",
      `import type { X } from "../workflows/contract.ts"`,
      "workflows/contract.ts",
    ],
    [
      "a workflow calls an activity by itself",
      "workflows/a.ts",
      `import { post } from "../activities/index.ts"`,
      "without `import type`",
    ],
    [
      "a workflow takes a value among types",
      "workflows/a.ts",
      `import { type Post } from "../activities/index.ts"`,
      "without `import type`",
    ],
    [
      "a workflow speaks to Slack",
      "workflows/deep/a.ts",
      `import { WebClient } from "@slack/web-api"`,
      "imports @slack/web-api",
    ],
    [
      "a workflow reads settings",
      "workflows/a.ts",
      `import { settings } from "../config/settings.ts"`,
      "config/settings.ts",
    ],
    [
      "the contract loads the workflow library",
      "workflows/contract.ts",
      `import { proxyActivities } from "@temporalio/workflow"`,
      "imports @temporalio/workflow",
    ],
    [
      "the contract loads a workflow",
      "workflows/contract.ts",
      `export * from "./mentor-request.ts"`,
      "workflows/mentor-request.ts",
    ],
    [
      "an activity knows a workflow",
      "activities/slack/a.ts",
      `import { mentorRequest } from "../../workflows/mentor-request.ts"`,
      "workflows/mentor-request.ts",
    ],
    ["an activity uses Bolt", "activities/slack/a.ts", `import bolt from "@slack/bolt"`, "imports @slack/bolt"],
    [
      "an activity reads settings",
      "activities/a.ts",
      `import { settings } from "../config/settings.ts"`,
      "config/settings.ts",
    ],
    [
      "the worker imports workflow code",
      "worker/main.ts",
      `import * as all from "../workflows/index.ts"`,
      "workflows/index.ts",
    ],
    [
      "the gateway writes like an activity",
      "slack-gateway/a.ts",
      `import { post } from "../activities/slack/post.ts"`,
      "activities/slack/post.ts",
    ],
    ["the gateway reads Airtable", "slack-gateway/a.ts", `import Airtable from "airtable"`, "imports airtable"],
    [
      "the Slack simulator knows our messages",
      "local/slack-simulator/a.ts",
      `import { card } from "../../domain/card.ts"`,
      "domain/card.ts",
    ],
    [
      "the Airtable simulator shares a mistake of the client",
      "local/airtable-simulator/a.ts",
      `import Airtable from "airtable"`,
      "imports airtable",
    ],
    [
      "one simulator leans on the other",
      "local/slack-simulator/a.ts",
      `import { x } from "../airtable-simulator/x.ts"`,
      "local/airtable-simulator/x.ts",
    ],
    [
      "the Temporal server knows what runs on it",
      "local/temporal/a.ts",
      `import { SEARCH } from "../../workflows/contract.ts"`,
      "workflows/contract.ts",
    ],
    ["code imports a test", "local/start.ts", `import { ROOT } from "../test/run.ts"`, "test/run.ts"],
    [
      "code is imported only when it is needed",
      "domain/a.ts",
      `const a = await import("../config/settings.ts")`,
      "config/settings.ts",
    ],
    ["what is imported depends", "domain/a.ts", "const a = await import(name)", "worked out at run time"],
    ["a package is only used for a type in passing", "domain/a.ts", `type A = import("zod").ZodType`, "imports zod"],
    ["a folder is new", "helpers/a.ts", "", "is in no row"],
  ])("%s", (_rule, file, source, complaint) => {
    expect(checkImports(ARROWS, file, source)).toEqual([expect.stringContaining(complaint)]);
  });
});

test("a complaint says which file imports what, and what it may import", () => {
  expect(checkImports(ARROWS, "domain/claim.ts", `import { z } from "zod";`)).toEqual([
    "domain/claim.ts imports zod. What domain may import: domain; packages: none",
  ]);
});

test("a workflow may take the types of activities", () => {
  const source = `import type { Activities } from "../activities/index.ts"; import { sleep } from "@temporalio/workflow";`;
  expect(checkImports(ARROWS, "workflows/a.ts", source)).toEqual([]);
});

test("imports are found however they are written, but not in comments and strings", () => {
  const source = `
    import a, { type B } from "one"; import "two"; export { c } from "three"; export type * from "four";
    // import d from "no"
    const text = 'import e from "no"';
    const F = <T,>(x: T) => import(\`five\`);
  `;
  expect(importsOf("a.ts", source).map(({ from }) => from)).toEqual(
    ["one", "two", "three", "four"].concat("(worked out at run time)"),
  );
});

function sourcesIn(folder: string): readonly string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
