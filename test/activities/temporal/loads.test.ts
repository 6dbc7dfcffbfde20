import { TypedSearchAttributes } from "@temporalio/common";
import { expect, test } from "vitest";
import { loads } from "../../../activities/temporal/loads.ts";
import { SEARCH } from "../../../workflows/contract.ts";
import { ADA, KEN, START } from "../../domain/a-request.ts";
import { inActivity } from "../in-activity.ts";

interface Listed {
  readonly status: "RUNNING" | "COMPLETED";
  readonly startedAt: number;
  readonly mentor?: string;
  readonly mentioned: string[];
}

/** Temporal, with these requests in its list. */
const listing = (requests: readonly Listed[]) => ({
  workflow: {
    async *list() {
      for (const { status, startedAt, mentor, mentioned } of requests)
        yield {
          status: { name: status },
          startTime: new Date(startedAt),
          typedSearchAttributes: new TypedSearchAttributes([
            ...(mentor ? [{ key: SEARCH.Mentor, value: mentor }] : []),
            { key: SEARCH.Mentioned, value: mentioned },
          ]),
        };
    },
  },
});

const FIRST: Listed = { status: "COMPLETED", startedAt: START, mentor: ADA, mentioned: [ADA, KEN] };
const LATER: Listed = { status: "RUNNING", startedAt: START + 1, mentor: KEN, mentioned: [KEN] };

test.each([
  ["in the order of time", [FIRST, LATER]],
  ["the latest first", [LATER, FIRST]],
])("a mentor's load is what they hold now, and when they were last mentioned: listed %s", async (_how, requests) => {
  const found = await inActivity({ client: listing(requests) }, loads());
  expect(Object.fromEntries(found)).toEqual({
    [ADA]: { open: 0, lastMentioned: START },
    [KEN]: { open: 1, lastMentioned: START + 1 },
  });
});
