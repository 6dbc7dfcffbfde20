import { expect, test } from "vitest";
import { SEARCH, startOfRequest } from "../../workflows/contract.ts";
import { aRequest, BOB } from "../domain/a-request.ts";

test("from its first moment a request is found in Temporal's lists, by what is asked and not by anybody's words", () => {
  const { id, mentee, policy, asked } = aRequest();
  const start = startOfRequest({ id, mentee, policy, asked });
  expect(start).toMatchObject({
    workflowId: id,
    taskQueue: "muster",
    workflowIdReusePolicy: "REJECT_DUPLICATE",
    staticSummary: "Code review: SQL",
  });
  expect(start.typedSearchAttributes).toEqual([
    { key: SEARCH.RequestStatus, value: "waiting" },
    { key: SEARCH.Mentee, value: BOB },
    { key: SEARCH.Service, value: "Code review" },
    { key: SEARCH.Skills, value: ["SQL"] },
  ]);
});
