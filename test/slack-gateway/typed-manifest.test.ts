import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const MANIFEST = readFileSync("slack-manifest.json", "utf8");
const A_COMPILER = 60_000;

/** What is wrong with manifests by the type that Slack's own package gives them: the places in each, as the compiler says it. */
function problemsOf(manifests: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "muster-manifest-"));
  const types = resolve("node_modules/@slack/web-api/dist/index.js");
  const files = manifests.map((manifest, i) => {
    const file = join(folder, `manifest-${i}.ts`);
    writeFileSync(
      file,
      `import type { AppsManifestValidateArguments } from ${JSON.stringify(types)};
export const manifest: AppsManifestValidateArguments["manifest"] = ${manifest};`,
    );
    return file;
  });
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2023"];
  const roots = ["--types", "node", "--typeRoots", resolve("node_modules/@types")];
  const { stdout, error } = spawnSync("node_modules/.bin/tsc", [...options, ...roots, "--ignoreConfig", ...files], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  if (error) throw error;
  return stdout.split("\n").filter((line) => line.includes("error TS"));
}

test("the manifest is one by Slack's own type", { timeout: A_COMPILER }, () => {
  expect(problemsOf([MANIFEST])).toEqual([]);
});

test("with a scope, an event or a field that there is not, it would not be", { timeout: A_COMPILER }, () => {
  const wrong = [
    MANIFEST.replace('"chat:write"', '"chat:shout"'),
    MANIFEST.replace('"app_home_opened"', '"app_home_closed"'),
    MANIFEST.replace('"command":', '"commando":'),
  ];
  expect(wrong.filter((manifest) => manifest === MANIFEST)).toEqual([]);
  const problems = problemsOf(wrong);
  for (const i of wrong.keys()) expect(problems.join("\n")).toContain(`manifest-${i}.ts`);
});
