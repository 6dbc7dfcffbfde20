import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wordsIn } from "./words-in.ts";

/** Whoever runs the gateway reads in the terminal that it listens, and the log. */
const FOR_OPERATORS = ["slack-gateway/main.ts", "slack-gateway/gateway-log.ts"];

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

test.each([
  ["slack-gateway", true],
  ["activities", false],
])("what people read stands in domain/wording, and not in %s", (folder, prose) => {
  const files = sourcesIn(folder).filter((file) => !FOR_OPERATORS.includes(file));
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((file) =>
    wordsIn(file, readFileSync(file, "utf8"), { prose }).map((words) => `${file}: ${words}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["a text in a block", `const a = { type: "plain_text", text: "Close" };`, "Close"],
  ["what closes a view", `const view = { close: plain("Cancel") };`, "Cancel"],
  ["a text that depends", `const a = { text: ok ? "yes" : WORDS.no };`, "yes"],
  ["a text with something in it", `const a = { text: \`Hello \${name}\` };`, "Hello …"],
  ["an answer", `await respond(onlyYou("You are too late."));`, "You are too late."],
  ["a title by itself", `doneView("Mentorship", text);`, "Mentorship"],
])("%s is found", (_what, source, words) => {
  expect(wordsIn("a.ts", source, { prose: true })).toEqual([words]);
});

test.each([
  ["a text of the wording", "const a = { text: FORM.title };"],
  ["a line of the log", `log.warn("the form did not open", error);`],
  ["an error", `throw new TypeError("there is no such view");`],
  ["the name of a type", `import type { Close } from "../Close.ts"; type Kind = "Close me now";`],
  ["a query", "const open = 'Status = \"waiting for one\"';"],
  ["an id", `const a = { type: "section", block_id: "acts", action_id: "close" };`],
])("%s is not", (_what, source) => {
  expect(wordsIn("a.ts", source, { prose: true })).toEqual([]);
});
