import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { GATEWAY_SETTINGS, WORKER_SETTINGS } from "../../config/settings.ts";
import { ARROWS } from "../architecture/arrows.ts";
import { composeServices, readText } from "./compose-file.ts";

const dockerfile = readText("Dockerfile");
const programs = ["worker", "gateway"].map((name) => composeServices()[name]?.command ?? []);

describe("the image", () => {
  test("holds all the code that the worker and the gateway import", () => {
    const copied = [...dockerfile.matchAll(/^COPY ([\w-]+) \1$/gm)].map(([, folder]) => folder);
    expect(copied.toSorted()).toEqual(foldersOf("worker", "slack-gateway").toSorted());
  });

  test("lacks nothing because of .dockerignore", () => {
    const allowed = readText(".dockerignore").match(/(?<=^!).+/gm) ?? [];
    const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, files]) => files?.split(" ") ?? []);
    expect(allowed.toSorted()).toEqual([...new Set(copied)].toSorted());
  });

  test("does not run as root", () => {
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  test("starts what npm run worker and npm run gateway start", () => {
    const { scripts } = JSON.parse(readText("package.json"));
    expect(programs).toEqual([scripts.worker, scripts.gateway].map((script) => script.split(" ")));
    for (const command of programs) expect(existsSync(inTheCheckout(command.at(-1) ?? ""))).toBe(true);
  });

  test("sets only what the programs read", () => {
    const set = [...dockerfile.matchAll(/^ENV (\w+)=/gm)].map(([, name]) => name);
    const read = ["NODE_ENV", ...Object.keys(WORKER_SETTINGS), ...Object.keys(GATEWAY_SETTINGS)];
    expect(read).toEqual(expect.arrayContaining(set));
  });
});

/** These folders and all that they may import, and, for the workflows that the worker bundles by their path, these too. */
function foldersOf(...entries: readonly string[]): readonly string[] {
  const found = new Set(entries);
  for (const folder of found) {
    for (const { may } of ARROWS.filter((arrow) => arrow.in === folder)) {
      for (const allowed of may) found.add(allowed.split("/")[0] ?? allowed);
    }
  }
  return [...found];
}

const inTheCheckout = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
