import { Context } from "@temporalio/activity";
import { type Trouble, troubleOf } from "../../domain/trouble.ts";
import { MENTOR_REQUEST, SEARCH } from "../../workflows/contract.ts";

/** More are counted no further: it is an outage. */
const COUNTED_AT_MOST = 500;

/** The requests that say of themselves that something has been failing for an hour. */
export async function findTrouble(): Promise<Trouble> {
  const said: string[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus = "Running" AND Trouble IS NOT NULL`;
  for await (const { typedSearchAttributes } of Context.current().client.workflow.list({ query })) {
    said.push(typedSearchAttributes.get(SEARCH.Trouble) ?? "");
    if (said.length === COUNTED_AT_MOST) break;
  }
  return troubleOf(said);
}
