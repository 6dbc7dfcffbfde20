import type { WorkflowExecutionInfo } from "@temporalio/client";
import { isMemberId, type MemberId, type RequestId, requestId } from "../domain/ids.ts";
import type { Place } from "../domain/request.ts";
import { SEARCH } from "../workflows/contract.ts";

/** A request as Temporal's lists have it: what can be read of it also while no worker runs. */
export interface ListedRequest {
  readonly id: RequestId;
  readonly isOpen: boolean;
  readonly status: Place;
  readonly service: string;
  readonly skills: readonly string[];
  readonly mentee?: MemberId;
  readonly mentor?: MemberId;
  readonly openedAt: number;
  /** Absent while its workflow runs: it may have things to say still. */
  readonly closedAt?: number;
  readonly nextStepAt?: number;
  readonly trouble?: string;
}

type Listed = Pick<
  WorkflowExecutionInfo,
  "workflowId" | "status" | "startTime" | "closeTime" | "typedSearchAttributes"
>;

export function listedRequest(listed: Listed): ListedRequest {
  const { workflowId, status, startTime, closeTime, typedSearchAttributes: shown } = listed;
  const [mentee, mentor] = [shown.get(SEARCH.Mentee), shown.get(SEARCH.Mentor)];
  const nextStepAt = shown.get(SEARCH.NextStepAt)?.getTime();
  const trouble = shown.get(SEARCH.Trouble);
  return {
    id: requestId(workflowId),
    isOpen: status.name === "RUNNING",
    status: placeOf(shown.get(SEARCH.RequestStatus)),
    service: shown.get(SEARCH.Service) ?? "",
    skills: shown.get(SEARCH.Skills) ?? [],
    openedAt: startTime.getTime(),
    ...(closeTime && { closedAt: closeTime.getTime() }),
    ...(isMemberId(mentee) && { mentee }),
    ...(isMemberId(mentor) && { mentor }),
    ...(nextStepAt !== undefined && { nextStepAt }),
    ...(trouble !== undefined && { trouble }),
  };
}

function placeOf(status: string | undefined): Place {
  return status === "claimed" || status === "held" || status === "closed" ? status : "waiting";
}
