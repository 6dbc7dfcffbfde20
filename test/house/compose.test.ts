import { describe, expect, test } from "vitest";
import { GATEWAY_SETTINGS, WORKER_SETTINGS } from "../../config/settings.ts";
import { PINNED } from "../../local/temporal/pinned-version.ts";
import { SEARCH } from "../../workflows/contract.ts";
import { composeProblems, composeServices, readText } from "./compose-file.ts";

const services = composeServices();

describe("docker-compose.yml", () => {
  test("is as the Compose Specification wants it", () => {
    expect(composeProblems(readText("docker-compose.yml"))).toEqual([]);
  });

  test("would not be, with a word misspelt", () => {
    const misspelt = readText("docker-compose.yml").replace("depends_on:", "depend_on:");
    expect(composeProblems(misspelt)).toContainEqual(expect.stringContaining("depend_on"));
  });

  test("publishes nothing but Temporal's UI, and that to this machine only", () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports.length > 0);
    expect(published.map(([name, { ports }]) => [name, ports])).toEqual([["temporal-ui", ["127.0.0.1:8080:8080"]]]);
  });

  test("starts again whatever ends, but for a command", () => {
    const { operator, ...others } = services;
    const notAgain = Object.entries(others).filter(
      ([, { restart = "no", profiles }]) => restart === "no" || profiles[0],
    );
    expect(notAgain).toEqual([]);
    expect(operator).toMatchObject({ restart: "no", profiles: ["operator"] });
  });

  test("keeps what a command writes where the command with npm writes it", () => {
    expect(services.operator?.volumes).toEqual(["./.data:/app/.data:z"]);
  });

  test("has the version of the server that the tests use", () => {
    expect(services.temporal?.image).toBe(`temporalio/server:${PINNED.server}`);
    expect(services["temporal-schema"]?.image).toBe(`temporalio/admin-tools:${PINNED.server}`);
  });

  test("creates the namespace with 90 days of retention and the search attributes of the contract", () => {
    const commands = services["temporal-namespace"]?.command.join("\n") ?? "";
    expect(commands.match(/--retention \S+/g)).toEqual(["--retention 2160h", "--retention 2160h"]);
    const created = [...commands.matchAll(/--name (\w+) --type (\w+)/g)].map(([, name, type]) => `${name} ${type}`);
    const wanted = Object.values(SEARCH).map(({ name, type }) => `${name} ${inTheCli(type)}`);
    expect(created.toSorted()).toEqual(wanted.toSorted());
  });

  test("gives the worker and the gateway the settings of .env, and only settings that they read", () => {
    expect(services.worker?.env_file).toEqual([".env"]);
    expect(services.gateway?.env_file).toEqual([".env"]);
    expect(services.operator?.env_file).toEqual([".env"]);
    expect(services.operator?.environment.TEMPORAL_ADDRESS).toBe(services.worker?.environment.TEMPORAL_ADDRESS);
    expect(Object.keys(WORKER_SETTINGS)).toEqual(
      expect.arrayContaining(Object.keys(services.worker?.environment ?? {})),
    );
    expect(Object.keys(GATEWAY_SETTINGS)).toEqual(
      expect.arrayContaining(Object.keys(services.gateway?.environment ?? {})),
    );
  });

  test("asks the worker and the gateway how they are where they answer", () => {
    for (const port of [services.worker?.environment.WORKER_HEALTH_PORT, services.gateway?.environment.HEALTH_PORT]) {
      expect(readText("docker-compose.yml")).toContain(`127.0.0.1:${port}/healthz`);
    }
  });
});

test(".env.example has every setting that the code reads, and no other", () => {
  const named = [...readText(".env.example").matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  const read = new Set([...Object.keys(WORKER_SETTINGS), ...Object.keys(GATEWAY_SETTINGS)]);
  expect(named.toSorted()).toEqual([...read].toSorted());
});

/** Temporal's command line writes "KeywordList" for KEYWORD_LIST. */
function inTheCli(type: string): string {
  return type
    .toLowerCase()
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
