import { expect, test } from "vitest";
import { readSettings, SettingsProblem } from "../../config/read-settings.ts";
import { GATEWAY_SETTINGS, WORKER_SETTINGS } from "../../config/settings.ts";
import { settingsFor } from "../../local/settings-for.ts";

const GOOD = settingsFor({
  temporal: "localhost:7233",
  temporalUi: "http://localhost:8233",
  slackApi: "http://localhost:1/api/",
  airtable: "http://localhost:2",
});

function problemWith(env: NodeJS.ProcessEnv, table: typeof WORKER_SETTINGS | typeof GATEWAY_SETTINGS): string {
  try {
    readSettings(table, env);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsProblem);
    return (error as SettingsProblem).message;
  }
  throw new Error("These settings were accepted.");
}

test.each([WORKER_SETTINGS, GATEWAY_SETTINGS])(
  "an operator who has set nothing reads every setting that is missing at once, and where to get each",
  (table) => {
    const message = problemWith({}, table);
    const needed = Object.entries(table).filter(([, { schema }]) => !schema.safeParse(undefined).success);
    const lines = message.split("\n").filter((line) => line.includes("is missing:"));
    expect(lines.map((line) => line.trim().split(/ +is missing: +/))).toEqual(
      needed.map(([name, { from }]) => [name, from]),
    );
    expect(message).toContain("npm start");
  },
);

test("an operator reads of every malformed setting at once, and never its value", () => {
  const env = {
    TEMPORAL_ADDRESS: "http://my-secret-host/",
    TEMPORAL_UI_URL: "my-secret-page",
    SLACK_BOT_TOKEN: "xoxp-my-secret-token",
    SLACK_MENTORS_CHANNEL: "#my-secret-channel",
    SLACK_COORDINATOR: "@my-secret-coordinator",
    SLACK_COORDINATORS: "U0CORA, my-secret-name",
    SLACK_CEO: "C0MYSECRET",
    SLACK_API_URL: "ftp://my-secret-address",
    AIRTABLE_TOKEN: "key-my-secret-token",
    AIRTABLE_BASE: "my-secret-base",
    AIRTABLE_URL: "my-secret-url",
    AIRTABLE_PROCESSES: "my-secret-number",
  };
  const message = problemWith(env, WORKER_SETTINGS);
  const named = Object.keys(env).filter((name) => message.includes(`${name} `));
  expect(named).toEqual(Object.keys(env));
  expect(message.match(/is malformed/g)?.length).toBe(Object.keys(env).length);
  expect(message.toLowerCase().replaceAll("-", "")).not.toContain("mysecret");
});

test("a setting that is only blanks counts as missing", () => {
  expect(problemWith({ ...GOOD, SLACK_CEO: "  " }, WORKER_SETTINGS)).toContain("SLACK_CEO  is missing:");
});

test("blanks and line ends around a setting, as secrets have them that were pasted, are no part of it", () => {
  const { SLACK_BOT_TOKEN, SLACK_CEO } = readSettings(WORKER_SETTINGS, {
    ...GOOD,
    SLACK_BOT_TOKEN: `${GOOD.SLACK_BOT_TOKEN}\n`,
    SLACK_CEO: " U0GRACE ",
  });
  expect([SLACK_BOT_TOKEN, SLACK_CEO]).toEqual([GOOD.SLACK_BOT_TOKEN, "U0GRACE"]);
});

test("what may be left out has the value that its description promises", () => {
  const required = Object.entries(GOOD).filter(([name]) => !/_URL$/.test(name));
  expect(readSettings(WORKER_SETTINGS, Object.fromEntries(required))).toMatchObject({
    TEMPORAL_NAMESPACE: "default",
    SLACK_API_URL: "https://slack.com/api/",
    SLACK_COORDINATORS: [],
    AIRTABLE_URL: "https://api.airtable.com",
    AIRTABLE_PROCESSES: 1,
  });
  expect(readSettings(GATEWAY_SETTINGS, Object.fromEntries(required))).toMatchObject({
    DATA_DIR: ".data",
    HEALTH_PORT: 3000,
  });
});

test.each(["SLACK_COORDINATORS", "SLACK_CEOS"] as const)("in %s several are named with commas between", (name) => {
  expect(readSettings(WORKER_SETTINGS, { ...GOOD, [name]: "U0CORA, U0ADA," })[name]).toEqual(["U0CORA", "U0ADA"]);
});
