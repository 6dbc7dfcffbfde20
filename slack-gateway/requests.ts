import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from "@temporalio/client";
import type { SearchAttributePair } from "@temporalio/common";
import type { Act } from "../domain/act.ts";
import { briefingOf } from "../domain/briefing.ts";
import type { RequestId } from "../domain/ids.ts";
import { mayNot } from "../domain/may.ts";
import type { MentorRequest, NewRequest } from "../domain/request.ts";
import { toClaimer } from "../domain/wording/to-claimer.ts";
import { MENTOR_REQUEST, type MentorRequestInput, REQUEST_QUERY, SEARCH, TASK_QUEUE } from "../workflows/contract.ts";

/** Slack waits three seconds for an answer; some of that is for the way there and back. */
const DEADLINE_MS = 2_000;
/** Where a request stands is only worth a short wait: the workflow checks everything again. */
const LOOK_MS = 700;

export interface Log {
  warn(message: string, error: unknown): void;
}

/** The requests in Temporal. Nothing here throws: whoever pressed a button gets an answer in time. */
export interface Requests {
  /** Starts a request. The same one again is harmless, also after it has ended. */
  open(request: NewRequest): Promise<"taken" | "not-taken">;
  /**
   * Hands over what somebody did. `"over"`: there is no such request any more. `refused`: why they may not do this now,
   * where that can be seen at once; what cannot be seen is left to the workflow.
   */
  act(id: RequestId, act: Act): Promise<Sent>;
}

export type Sent = "sent" | "not-sent" | "over" | { readonly refused: string };

export function requestsIn(client: Client, log: Log): Requests {
  return {
    async open(request) {
      try {
        await client.connection.withDeadline(Date.now() + DEADLINE_MS, () => start(client, request));
        return "taken";
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return "taken";
        log.warn(`${request.id} could not be handed to Temporal; the form stays open`, error);
        return "not-taken";
      }
    },
    async act(id, act) {
      const refused = act.do === "claim" ? undefined : await refusal({ client, log }, id, act);
      if (refused) return { refused };
      try {
        const handle = client.workflow.getHandle(id);
        await client.connection.withDeadline(Date.now() + DEADLINE_MS, () => handle.signal(act.do, act));
        return "sent";
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return "over";
        log.warn(`"${act.do}" could not be handed to ${id}; the person is asked to try again`, error);
        return "not-sent";
      }
    },
  };
}

/** Why this may not be done now; undefined when it may, or when nobody can say so in time. */
async function refusal(
  { client, log }: { client: Client; log: Log },
  id: RequestId,
  act: Act,
): Promise<string | undefined> {
  try {
    const handle = client.workflow.getHandle(id);
    const request = await client.connection.withDeadline(Date.now() + LOOK_MS, () =>
      handle.query<MentorRequest>(REQUEST_QUERY),
    );
    const reason = mayNot(request, act);
    return reason && toClaimer(reason, briefingOf(request, Date.now())).text;
  } catch (error) {
    log.warn(`where ${id} stands could not be seen in time; "${act.do}" is left to the workflow to judge`, error);
    return undefined;
  }
}

function start(client: Client, request: NewRequest) {
  const { id, mentee, asked } = request;
  const skills = asked.skills.map(({ name }) => name);
  const input: MentorRequestInput = { opened: request };
  const attributes: SearchAttributePair[] = [
    { key: SEARCH.RequestStatus, value: "waiting" },
    { key: SEARCH.Mentee, value: mentee },
    { key: SEARCH.Skills, value: skills },
  ];
  return client.workflow.start(MENTOR_REQUEST, {
    workflowId: id,
    taskQueue: TASK_QUEUE,
    args: [input],
    workflowIdReusePolicy: "REJECT_DUPLICATE",
    typedSearchAttributes: attributes,
    staticSummary: `${asked.service.name}: ${skills.join(", ")}`.slice(0, 200),
  });
}
