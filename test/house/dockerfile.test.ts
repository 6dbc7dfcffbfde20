import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { GATEWAY_SETTINGS, WORKER_SETTINGS } from "../../config/settings.ts";
import { importsOf } from "../architecture/imports-of.ts";
import { composeServices, readText } from "./compose-file.ts";

const dockerfile = readText("Dockerfile");
const { scripts, dependencies } = JSON.parse(readText("package.json"));
const services = composeServices();
const programs = ["worker", "gateway"].map((name) => services[name]?.command ?? []);

/** Files and folders of the checkout that are copied into the image. */
const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, files]) => files?.split(" ") ?? []);

/** The one command that needs what is not in the image. */
const NOT_IN_THE_IMAGE = "operator/rehearse.ts";
const commands = readdirSync(inTheCheckout("operator"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `operator/${file}`)
  .filter((file) => file !== NOT_IN_THE_IMAGE);

describe("the image", () => {
  const needed = neededBy("worker/main.ts", "slack-gateway/main.ts", "workflows/index.ts", ...commands);

  test("holds all the code that the worker, the gateway and the commands import, and no folder besides", () => {
    expect(needed.files.filter((file) => !copied.some((one) => file === one || file.startsWith(`${one}/`)))).toEqual(
      [],
    );
    const folders = copied.filter((one) => !one.includes("."));
    expect(folders.filter((folder) => !needed.files.some((file) => file.startsWith(`${folder}/`)))).toEqual([]);
  });

  test("holds all the packages that they import", () => {
    expect(needed.packages.filter((name) => !(name in dependencies))).toEqual([]);
  });

  test("lacks nothing because of .dockerignore, but for the rehearsal", () => {
    const ignored = readText(".dockerignore")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    const allowed = ignored.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    expect(allowed.toSorted()).toEqual([...new Set([...copied, ".npmrc"])].toSorted());
    expect(ignored.filter((line) => !line.startsWith("!"))).toEqual(["*", "operator/rehears*"]);
    expect(needed.files.filter((file) => file.startsWith("operator/rehears"))).toEqual([]);
  });

  test("does not run as root", () => {
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  test("starts what npm run worker and npm run gateway start", () => {
    expect(programs).toEqual([scripts.worker, scripts.gateway].map((script) => script.split(" ")));
    for (const command of programs) expect(existsSync(inTheCheckout(command.at(-1) ?? ""))).toBe(true);
  });

  test.each(Object.keys(scripts).filter((name) => commands.includes(`operator/${name}.ts`)))(
    "runs %s as the first word behind the service",
    (name) => {
      const { entrypoint: [shell = "", ...line] = [] } = services.operator ?? {};
      const typed = [...line.map((part) => part.replaceAll("$$", "$")), name, "--help"];
      expect(execFileSync(shell, typed, { cwd: inTheCheckout("."), encoding: "utf8" })).toContain(`npm run ${name}`);
    },
  );

  test("sets only what the programs read", () => {
    const set = [...dockerfile.matchAll(/^ENV (\w+)=/gm)].map(([, name]) => name);
    const read = ["NODE_ENV", ...Object.keys(WORKER_SETTINGS), ...Object.keys(GATEWAY_SETTINGS)];
    expect(read).toEqual(expect.arrayContaining(set));
  });
});

/** These files and all that they import when they run, files and packages. */
function neededBy(...entries: readonly string[]) {
  const files = new Set(entries);
  const packages = new Set<string>();
  for (const file of files) {
    if (!file.endsWith(".ts")) continue;
    for (const { from, onlyTypes } of importsOf(file, readText(file))) {
      if (onlyTypes || from.startsWith("node:")) continue;
      if (from.startsWith(".")) files.add(posix.join(posix.dirname(file), from));
      else packages.add(/^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);
    }
  }
  return { files: [...files], packages: [...packages] };
}

function inTheCheckout(file: string): string {
  return fileURLToPath(new URL(`../../${file}`, import.meta.url));
}
