import { ApplicationFailure } from "@temporalio/activity";
import { expect, test } from "vitest";
import { readTable } from "../../../activities/airtable/read-table.ts";
import { AIRTABLE_MISHAPS } from "../../../local/airtable-simulator/airtable-mishaps.ts";
import type { Mishap } from "../../../local/network-simulator/faults.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { type ABase, aBase } from "./a-base.ts";

/** What must never stand in an error: it is written into histories and logs. */
const PRIVATE = /pat[A-Za-z0-9]{5,}|xox|@example|I am stuck|Bob/;

const NO_ANSWER = /^airtable: (no-answer|unavailable)$/;

const MEMBERS_TEXT = "I am stuck, write to bob@example.com";

async function failureOf({ base }: ABase, fault = "the call"): Promise<ApplicationFailure> {
  const body = {
    performUpsert: { fieldsToMergeOn: ["Request ID"] },
    records: [{ fields: { "Request ID": "request-sql-1", Details: MEMBERS_TEXT } }],
  };
  const error: unknown = await base.call({ method: "PATCH", table: "Mentor Requests", body }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error, `what becomes of ${fault}`).toBeInstanceOf(ApplicationFailure);
  const failure = error as ApplicationFailure;
  expect(JSON.stringify([failure.message, failure.type, failure.details, failure.stack, failure.cause])).not.toMatch(
    PRIVATE,
  );
  expect(failure.message).toMatch(/^Airtable: PATCH Mentor Requests failed: .+\.$/);
  expect(failure.nonRetryable, "it is worth another try, sooner or later").toBe(false);
  return failure;
}

const answered = (status: number, body: unknown): Mishap => ({ kind: "answered", answer: { status, body } });
const echo = (type: string) => ({ error: { type, message: `Field "Details" cannot accept ${MEMBERS_TEXT}` } });

test.each<[string, Mishap, string, string, unknown]>([
  ["a 503", { kind: "unavailable" }, "unavailable", "503", undefined],
  ["a 500 in Airtable's words", AIRTABLE_MISHAPS.serverError, "unavailable", "500", undefined],
  ["a 503 that is safe to retry", AIRTABLE_MISHAPS.retriableError, "unavailable", "503", undefined],
  ["a web page instead of an answer", { kind: "html" }, "unavailable", "502", undefined],
  ["a connection that is cut", { kind: "dropped-before" }, "unavailable", "nothing", undefined],
  ["a connection that is cut after the write", { kind: "dropped-after" }, "unavailable", "nothing", undefined],
  ["too many calls", AIRTABLE_MISHAPS.rateLimited, "too-many-calls", "30 s", 30_000],
  ["too many calls, in a list", AIRTABLE_MISHAPS.rateLimitedInAList, "too-many-calls", "30 s", 30_000],
  ["too many calls, bare", AIRTABLE_MISHAPS.rateLimitedBare, "too-many-calls", "30 s", 30_000],
  ["a month that is used up", AIRTABLE_MISHAPS.billingLimitReached, "too-many-calls", "used up", 30_000],
  [
    "values that are refused, and echoed",
    answered(422, echo("INVALID_VALUE_FOR_COLUMN")),
    "refused",
    "INVALID_VALUE_FOR_COLUMN",
    "10 minutes",
  ],
  [
    "a refusal whose kind is somebody's text",
    answered(422, echo(MEMBERS_TEXT)),
    "refused",
    "npm run doctor",
    "10 minutes",
  ],
  ["a refusal that is only text", answered(422, { error: MEMBERS_TEXT }), "refused", "npm run doctor", "10 minutes"],
  ["too large a body", answered(413, echo("REQUEST_TOO_LARGE")), "refused", "npm run doctor", "10 minutes"],
  ["a server error with somebody's text", answered(500, echo(MEMBERS_TEXT)), "unavailable", "500", undefined],
])(
  "of %s the operator reads what came back and what to do, and nobody's words",
  async (fault, does, type, says, delay) => {
    const at = await aBase();
    at.airtable.faults.add({ does, times: 1 });
    const failure = await failureOf(at, fault);
    expect(failure.type).toBe(`airtable: ${type}`);
    expect(failure.message).toContain(says);
    expect(failure.nextRetryDelay).toBe(delay);
  },
);

test("a token that is refused is named with the setting to mend, and never shown", async () => {
  const failure = await failureOf(await aBase({ token: "patSomebodyElse0001.00000000000000000000" }));
  expect(failure).toMatchObject({ type: "airtable: token-refused", nextRetryDelay: "10 minutes" });
  expect(failure.message).toContain("AIRTABLE_TOKEN");
});

test("a base that is not there, or not ours, is named with the settings to check", async () => {
  const failure = await failureOf(await aBase({ base: "appNoSuchBase0001" }));
  expect(failure).toMatchObject({ type: "airtable: not-found", nextRetryDelay: "10 minutes" });
  expect(failure.message).toContain("AIRTABLE_BASE");
});

test("a token without the right to write is told which rights it needs", async () => {
  const at = await aBase();
  at.airtable.setTokenScopes(LOCAL.airtableToken, ["data.records:read"]);
  expect((await failureOf(at)).message).toContain("data.records:write");
});

test("a column that staff have renamed is refused with where to compare", async () => {
  const at = await aBase();
  at.table("Mentor Requests").renameField("Details", "What they said");
  const failure = await failureOf(at);
  expect(failure.type).toBe("airtable: refused");
  expect(failure.message).toContain("npm run doctor");
});

test("after a 429 nobody asks Airtable again before its pause is over, and the retry waits for it", async () => {
  const at = await aBase();
  at.airtable.faults.add({ does: AIRTABLE_MISHAPS.rateLimited, times: 1 });
  await failureOf(at);
  const calls = at.airtable.calls.length;
  const failure = await failureOf(at);
  expect(failure.type).toBe("airtable: busy");
  expect(Number(failure.nextRetryDelay)).toBeGreaterThan(29_000);
  expect(at.airtable.calls.length).toBe(calls);
});

test("an answer that never comes, or stops halfway, is given up in time for Temporal to hear of it", async () => {
  const asked = performance.now();
  const silent = async (does: Mishap) => {
    const at = await aBase();
    at.airtable.faults.add({ does, times: 1 });
    return (await failureOf(at, does.kind)).type;
  };
  const types = await Promise.all([
    silent({ kind: "hang" }),
    silent({ kind: "stalled-in-body" }),
    silent({ kind: "cut-in-body", lengthAnnounced: true }),
  ]);
  expect(performance.now() - asked).toBeLessThan(7_500);
  expect(types.filter((type) => !NO_ANSWER.test(type ?? ""))).toEqual([]);
});

test.each<[string, Mishap]>([
  ["cut off in the middle", { kind: "truncated" }],
  ["broken off halfway", { kind: "cut-in-body" }],
  ["a web page that says 200", AIRTABLE_MISHAPS.htmlInsteadOfJson],
  ["a list of something else", answered(200, { rows: [MEMBERS_TEXT] })],
  ["nothing at all", answered(200, "")],
])("a list that is %s fails, and is never taken for an empty one", async (_what, does) => {
  const { airtable, base } = await aBase();
  airtable.faults.add({ does, times: 1 });
  const error: unknown = await readTable(base, "mentors").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApplicationFailure);
  expect(String(error)).not.toMatch(PRIVATE);
});
