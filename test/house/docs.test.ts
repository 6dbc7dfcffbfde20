import { existsSync, readdirSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { GATEWAY_SETTINGS, WORKER_SETTINGS } from "../../config/settings.ts";
import { type Column, TABLES } from "../../domain/tables.ts";
import { slackSeed } from "../../local/seed/slack-seed.ts";
import { PINNED } from "../../local/temporal/pinned-version.ts";
import { readText } from "./compose-file.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What there is for a document to speak of. */
interface World {
  readonly scripts: readonly string[];
  readonly settings: readonly string[];
  /** Whether there is such a file or folder, given from the checkout. */
  readonly exists: (path: string) => boolean;
  /** The headings of a document, as the ends of links to them. */
  readonly anchorsOf: (path: string) => readonly string[];
}

/** Written by people or programs, and so not in a fresh checkout. */
const MADE_LATER = [".env", ".data/", "node_modules/", "~/.cache/muster"];

/** Read by `local/temporal/find-server.ts` and by a test, which have no settings of their own; and a word of Temporal's queries. */
const NO_SETTINGS = ["TEMPORAL_SERVER", "MUSTER_HISTORIES", "STARTS_WITH"];

const world: World = {
  scripts: Object.keys(JSON.parse(readText("package.json")).scripts),
  settings: [...Object.keys(WORKER_SETTINGS), ...Object.keys(GATEWAY_SETTINGS), ...NO_SETTINGS],
  exists: (path) => existsSync(join(ROOT, path)),
  anchorsOf: (path) => anchorsIn(readText(path)),
};

const DOCUMENTS = ["README.md", "CONTRIBUTING.md", ...markdownIn("docs")];

describe("only commands, settings, files and headings that there are stand in", () => {
  test.each(DOCUMENTS)("%s", (file) => {
    expect(docProblems(file, readText(file), world)).toEqual([]);
  });
});

test("the README asks for the versions of Node and Go that are needed", () => {
  const { engines } = JSON.parse(readText("package.json"));
  expect(readText("README.md")).toContain(`${engines.node.replace(">=", "")} or later`);
  expect(readText("README.md")).toContain(`${PINNED.go} or later`);
});

test("a decision fits on a page", () => {
  const long = markdownIn("docs/decisions").filter((file) => readText(file).trimEnd().split("\n").length > 40);
  expect(long).toEqual([]);
});

describe("the installation describes, with its type, each column of", () => {
  const installation = readText("docs/install.md");
  test.each(Object.values(TABLES))("$name", ({ name, columns }) => {
    expect(installation).toContain(`**${name}**`);
    const described = Object.values<Column>(columns).map((column) => `\`${column.name}\` | ${inAirtable(column)}`);
    expect(described.filter((row) => !installation.replaceAll("` (", "` | ").includes(row))).toEqual([]);
  });
});

test("the document about Slack says of each scope of the manifest what it is for, and of no other", () => {
  const described = [...readText("docs/slack.md").matchAll(/^\| `([\w:.]+)` \|/gm)].map(([, scope]) => scope);
  expect(described.toSorted()).toEqual(slackSeed().app.scopes.toSorted());
});

test("each command stands there for npm and for docker compose; a rehearsal is for npm only", () => {
  const operations = readText("docs/operations.md");
  const { scripts } = JSON.parse(readText("package.json"));
  const commands = Object.keys(scripts).filter((name) => scripts[name].includes(`operator/${name}.ts`));
  for (const name of commands.filter((one) => one !== "rehearse")) {
    expect(operations).toMatch(new RegExp(`\\| \`npm run ${name}\\b.*\\| \`muster ${name}\\b`));
  }
  expect(operations).toContain("npm run rehearse");
});

describe("it is an error to name", () => {
  const small: World = {
    scripts: ["start", "rehearse"],
    settings: ["SLACK_CEO"],
    exists: (path) => ["domain", "domain/policy.ts", "docs/process.md", "README.md"].includes(path),
    anchorsOf: () => ["words"],
  };
  test.each([
    ["a script that is gone", "Run `npm run rehearsal`.", "npm run rehearsal"],
    ["a script in a block", "```sh\nnpm install && npm run dcotor\n```", "npm run dcotor"],
    ["a command that is gone", "Type `muster export`.", "muster export"],
    ["a command that is gone, in full", "```sh\ndocker compose run --rm operator export\n```", "operator export"],
    ["a script that only npm knows without run", "Type `npm start` or `npm stop`.", "npm stop"],
    ["a setting that nobody reads", "Set `SLACK_BOSS`.", "SLACK_BOSS"],
    ["a file that was moved", "See `domain/waits.ts`.", "domain/waits.ts"],
    ["a file without its folder", "See `policy.ts`.", "policy.ts"],
    ["a folder that is gone", "See `helpers/`.", "helpers/"],
    ["a file in a command", "```sh\nnpx tsx domain/record.ts\n```", "domain/record.ts"],
    ["a link that leads nowhere", "[the process](docs/proces.md)", "docs/proces.md"],
    ["an image that is not there", "![flow](docs/flow.svg)", "docs/flow.svg"],
    ["a heading that was renamed", "[words](docs/process.md#glossary)", "#glossary"],
  ])("%s", (_what, text, complaint) => {
    expect(docProblems("README.md", text, small)).toEqual([expect.stringContaining(complaint)]);
  });

  test("but not what there is, nor what only looks like a path", () => {
    const text = [
      "Run `npm install && npm start`, `npm run -s rehearse` or `npm ci`; set `SLACK_CEO`, in `.env`.",
      "See `domain/`, `domain/policy.ts`, [words](docs/process.md#words), [there](https://example.org/x.md).",
      "`/mentor`, `@slack/web-api`, `chat:write`, `data.records:read`, `npx biome check --write`, `slack: no answer`",
    ].join("\n");
    expect(docProblems("README.md", text, small)).toEqual([]);
  });

  test("and a link is followed from the document in which it stands", () => {
    expect(docProblems("docs/install.md", "[a](process.md#words) [b](../README.md)", small)).toEqual([]);
    expect(docProblems("docs/install.md", "[a](docs/process.md)", small)).toEqual([
      "docs/install.md links to docs/process.md, which is not there",
    ]);
  });
});

/** The type of a column, as Airtable's own pages call it. */
function inAirtable({ type, links, choices }: Column): string {
  if (links) return `link to ${TABLES[links].name}`;
  if (choices) return `single select: ${choices.join(", ")}`;
  const names: Readonly<Record<string, string>> = {
    singleLineText: "single line text",
    multilineText: "long text",
    dateTime: "date, with time",
  };
  return names[type] ?? type;
}

/** What is wrong with a document, in sentences. */
function docProblems(file: string, text: string, { scripts, settings, exists, anchorsOf }: World): readonly string[] {
  const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].join("\n");
  const npms = [...code.matchAll(/\bnpm (run (?:-s )?)?([a-z][\w:-]*)/g)].filter(
    ([, run, name]) => (run || !["install", "ci"].includes(name ?? "")) && !scripts.includes(name ?? ""),
  );
  const inContainers = [...code.matchAll(/(?:\bmuster|--.* operator) ([a-z]+)/g)].filter(
    ([, name]) => !exists(`operator/${name}.ts`),
  );
  const variables = [...text.matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g)].filter(
    ([name]) => !settings.includes(name),
  );
  const isMadeLater = (path: string) => MADE_LATER.includes(path) || path.startsWith(".data/");
  const paths = [...pathsIn(text)].filter((path) => !isMadeLater(path) && !exists(path.replace(/\/$/, "")));
  return [
    ...npms.map(([command]) => `${file} speaks of "${command}", which package.json does not have`),
    ...inContainers.map(([command]) => `${file} speaks of "${command}", and there is no such command`),
    ...variables.map(([name]) => `${file} speaks of ${name}, which is no setting`),
    ...paths.map((path) => `${file} speaks of ${path}, which is not there`),
    ...[...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
      const problem = /^[a-z]+:/.test(target) ? undefined : linkProblem(file, target, { exists, anchorsOf });
      return problem ? [`${file} links to ${target}, ${problem}`] : [];
    }),
  ];
}

function linkProblem(file: string, target: string, { exists, anchorsOf }: Pick<World, "exists" | "anchorsOf">) {
  const [path = "", anchor] = target.split("#");
  const from = path === "" ? file : posix.join(dirname(file), path);
  if (!exists(from)) return "which is not there";
  return anchor !== undefined && !anchorsOf(from).includes(anchor) ? "which has no such heading" : undefined;
}

/** What is written as code and looks like a path of the checkout, and the files that commands run. */
function pathsIn(text: string): ReadonlySet<string> {
  const prose = text.replaceAll(/```[\s\S]*?```/g, "");
  const quoted = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  const looksLikeAPath = /^(~\/|\.?\w)[\w.-]*(\/[\w.-]+)*\/?$/;
  const isFile = /\.(ts|md|ya?ml|json|svg|mod|sum|sql|example)$|^\.env$/;
  const inCommands = [...text.matchAll(/\btsx ([\w./-]+\.ts)/g)].map(([, path = ""]) => path);
  return new Set([
    ...quoted.filter((code) => looksLikeAPath.test(code) && (code.includes("/") || isFile.test(code))),
    ...inCommands,
  ]);
}

/** As GitHub makes them: lower case, hyphens for spaces, no other marks. */
function anchorsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}
