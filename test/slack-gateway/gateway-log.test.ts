import { LogLevel } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gatewayLog } from "../../slack-gateway/gateway-log.ts";

const WORDS = "I am stuck, write to bob@example.com";

function logged(...parts: unknown[]): string {
  const lines: string[] = [];
  gatewayLog((line) => lines.push(line)).error(...parts);
  return lines.join("\n");
}

test("a sentence of ours is written with the time, the level and where it comes from", () => {
  expect(logged("the form did not open")).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z error gateway: the form did not open$/);
});

test.each<[string, unknown, string]>([
  ["an error that repeats them", new Error(WORDS), "(Error)"],
  [
    "an error because of one that repeats them",
    new TypeError("x", { cause: new RangeError(WORDS) }),
    "(TypeError, because of (RangeError))",
  ],
  [
    "an error with a code",
    Object.assign(new Error(WORDS), { code: "slack_webapi_platform_error" }),
    "(Error slack_webapi_platform_error)",
  ],
  ["an error with what was sent", Object.assign(new Error(WORDS), { data: { details: WORDS } }), "(Error)"],
  ["a payload", { view: { state: { values: { details: WORDS } } } }, "(object)"],
  ["several lines", `first line\n${WORDS}`, "first line"],
  ["something thrown that is no error", undefined, "(undefined)"],
])("a member's words do not reach the log through %s", (_what, part, written) => {
  expect(logged("a listener failed:", part)).toMatch(/gateway: a listener failed: /);
  expect(logged(part).endsWith(`gateway: ${written}`)).toBe(true);
  expect(logged(part)).not.toContain("stuck");
});

test.each([
  "xoxb-1234567890-abcdefghij",
  "xapp-1-A0123-4567-abcdef",
  "patAbCdEfGhIjKlMn.0123456789abcdef0123456789abcdef",
  "wss://wss-primary.slack.com/link/?ticket=12345678-secret&app_id=A1",
])("a secret inside a sentence of somebody else's is not written: %s", (secret) => {
  const line = logged(`Failed to retrieve a new WSS URL (error: ${secret} was refused)`);
  expect(line).not.toMatch(/abcdef|12345678/);
  expect(line).toContain("was refused");
});

test("a line of the log is one line, and no longer than a line should be", () => {
  fc.assert(
    fc.property(fc.string({ size: "large", unit: "binary" }), (text) => {
      const line = logged(text);
      expect(line.split(/[\r\n\u2028\u2029]/).length).toBe(1);
      expect(line.length).toBeLessThan(400);
    }),
  );
});

test("what is less than a warning is written when somebody asks for it, and what is for debugging never", () => {
  const lines: string[] = [];
  const log = gatewayLog((line) => lines.push(line));
  log.debug("a");
  log.info("b");
  log.warn("c");
  log.setLevel(LogLevel.DEBUG);
  log.info("d");
  log.debug("e");
  expect(lines.map((line) => line.at(-1))).toEqual(["c", "d"]);
});

test("a token that Slack refuses, or an address that does not answer, leaves no trace of itself", async () => {
  const lines: string[] = [];
  const logger = gatewayLog((line) => lines.push(line));
  logger.setLevel(LogLevel.DEBUG);
  const client = new WebClient("xoxb-very-secret", {
    slackApiUrl: "http://127.0.0.1:1/api/",
    retryConfig: { retries: 0 },
    logger,
  });
  const failed: unknown = await client.chat
    .postMessage({ channel: "C1", text: WORDS })
    .catch((error: unknown) => error);
  logger.error("it failed", failed);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join("\n")).not.toMatch(/very-secret|stuck/);
});
