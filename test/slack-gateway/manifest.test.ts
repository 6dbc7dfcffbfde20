import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { METHODS } from "../../local/slack-simulator/web-api/methods.ts";
import manifest from "../../slack-manifest.json" with { type: "json" };

const sources = ["activities", "slack-gateway"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

const all = (pattern: RegExp): readonly string[] =>
  [...new Set([...sources.matchAll(pattern)].map(([, name = ""]) => name))].sort();

/** The methods of the Web API that the code calls: `slack.chat.postMessage(`, `client.views.open(`, `paginate("…")`. */
const called = [
  ...all(/\b(?:slack|client)\.((?:chat|conversations|users|views)\.\w+)\(/g),
  ...all(/paginate\("([\w.]+)"/g),
];

test("the manifest names the commands that the code answers, and no others", () => {
  const commands = manifest.features.slash_commands.map(({ command }) => command);
  expect([...commands].sort()).toEqual(all(/app\.command\("([^"]+)"/g));
});

test("the manifest subscribes to the events that the code listens to, and no others", () => {
  const listened = all(/app\.event\("([^"]+)"/g).map((event) => (event === "message" ? "message.im" : event));
  expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual([...listened].sort());
});

test("every method that the code calls is allowed by a scope of the manifest", () => {
  const granted = manifest.oauth_config.scopes.bot;
  expect(called.length).toBeGreaterThan(8);
  for (const name of called) {
    const method = METHODS.find((one) => one.name === name);
    expect(method, `${name} is known to the simulator`).toBeDefined();
    const scopes = method?.scopes ?? [];
    expect(
      scopes.length === 0 || scopes.some((scope) => granted.includes(scope)),
      `${name} needs ${scopes.join(" or ")}`,
    ).toBe(true);
  }
});

test("every scope of the manifest is needed by something that the code does", () => {
  const needed = called.flatMap((name) => METHODS.find((one) => one.name === name)?.scopes ?? []);
  for (const scope of manifest.oauth_config.scopes.bot) {
    const used =
      scope === "commands" || needed.includes(scope) || (scope === "im:history" && needed.includes("groups:history"));
    expect(used, `${scope} is needed`).toBe(true);
  }
});

test("the manifest keeps within the lengths that Slack allows", () => {
  const { display_information: about, features } = manifest;
  expect(about.name.length).toBeLessThanOrEqual(35);
  expect(about.description.length).toBeLessThanOrEqual(140);
  for (const { command, description, usage_hint = "" } of features.slash_commands as {
    command: string;
    description: string;
    usage_hint?: string;
  }[]) {
    expect(command).toMatch(/^\/[a-z-]{1,31}$/);
    expect(description.length).toBeLessThanOrEqual(2000);
    expect(usage_hint.length).toBeLessThanOrEqual(1000);
  }
});
