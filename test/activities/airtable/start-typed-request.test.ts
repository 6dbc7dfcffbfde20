import { WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import { expect, test } from "vitest";
import { startTypedRequest } from "../../../activities/airtable/start-typed-request.ts";
import { recordId } from "../../../domain/ids.ts";
import { DEFAULT_POLICY } from "../../../domain/policy.ts";
import type { TypedRequest } from "../../../domain/typed-row.ts";
import { aRequest, BOB } from "../../domain/a-request.ts";
import { inActivity } from "../in-activity.ts";
import { type ABase, aBase } from "./a-base.ts";

const { asked } = aRequest();
const CATALOGUE = { services: [asked.service], skills: asked.skills, affiliations: [] };

/** A row as staff type one, and what it says. */
function typedIn({ table }: ABase): TypedRequest {
  const details = "Typed by Cora while the bot was down.";
  const row = table("Mentor Requests").insert({ "Mentee Slack ID": BOB, Details: details, Status: "new" });
  return {
    row: recordId(row),
    mentee: BOB,
    service: asked.service.id,
    skills: asked.skills.map(({ id }) => id),
    details,
  };
}

const requestIdOf = ({ table }: ABase, { row }: TypedRequest) =>
  table("Mentor Requests").row(row)?.fields["Request ID"];

/** Temporal, which is asked to start a workflow. */
const temporal = (start: (input: { readonly workflowId: string }) => void) => ({
  workflow: {
    getHandle: () => ({ query: async () => ({ policy: DEFAULT_POLICY, catalogue: CATALOGUE }) }),
    start: async (_type: string, input: { readonly workflowId: string }) => start(input),
  },
});

test("the id of a request that staff typed stands in the row before its workflow is started", async () => {
  const at = await aBase();
  const typed = typedIn(at);
  const started: string[] = [];
  const client = temporal(({ workflowId }) => {
    expect(requestIdOf(at, typed)).toBe(workflowId);
    started.push(workflowId);
  });
  expect([await inActivity({ client }, () => startTypedRequest(at)(typed))]).toEqual(started);
  expect(started.length).toBe(1);
});

test("a row whose workflow could not be started has its id already, and is the same request when it is tried again", async () => {
  const at = await aBase();
  const typed = typedIn(at);
  const down = temporal(() => {
    throw new Error("Temporal is down");
  });
  await expect(inActivity({ client: down }, () => startTypedRequest(at)(typed))).rejects.toThrow("Temporal is down");
  const id = requestIdOf(at, typed);
  const there = temporal(({ workflowId }) => {
    throw new WorkflowExecutionAlreadyStartedError("it runs", workflowId, "mentorRequest");
  });
  expect(await inActivity({ client: there, attempt: 2 }, () => startTypedRequest(at)(typed))).toBe(id);
});

test("a row that staff have removed meanwhile is no request", async () => {
  const at = await aBase();
  const typed = typedIn(at);
  at.table("Mentor Requests").remove(typed.row);
  const client = temporal(() => expect.unreachable("nothing is to be started"));
  expect(await inActivity({ client }, () => startTypedRequest(at)(typed))).toBeUndefined();
});
