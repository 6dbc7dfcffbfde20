import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, inject, test } from "vitest";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Ours, Temporal's own, what these bring with them, and what the bundler writes itself. */
const ALLOWED = [
  /^(workflows|domain)\//,
  /^node_modules\/(@temporalio\/(workflow|common)|nexus-rpc|long|ms)\//,
  /^webpack\//,
];

test("the workflow bundle holds only workflows, the domain, and what is Temporal's own", async () => {
  const modules = modulesOf(await readFile(inject("workflowBundle"), "utf8"));

  expect(modules.filter((module) => module.startsWith("workflows/"))).not.toEqual([]);
  expect(modules.filter((module) => !ALLOWED.some((allowed) => allowed.test(module)))).toEqual([]);
});

/** Read from the source map at the end of the bundle, and told relative to the checkout. */
function modulesOf(bundle: string): readonly string[] {
  const encoded = /sourceMappingURL=data:application\/json;[^,]*,([\w+/=]+)/.exec(bundle)?.[1] ?? "";
  const map: unknown = JSON.parse(Buffer.from(encoded, "base64").toString("utf8"));
  const { sources } = z.object({ sources: z.array(z.string()) }).parse(map);
  return sources.map((source) => source.replace(/^ignored\|/, "").replace(ROOT, ""));
}
