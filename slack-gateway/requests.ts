import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from "@temporalio/client";
import type { Act } from "../domain/act.ts";
import { briefingOf } from "../domain/briefing.ts";
import { refusalOf } from "../domain/decide.ts";
import type { RequestId } from "../domain/ids.ts";
import type { RefusalReason } from "../domain/outbox.ts";
import type { MentorRequest, NewRequest } from "../domain/request.ts";
import { toClaimer } from "../domain/wording/to-claimer.ts";
import { MENTOR_REQUEST, REQUEST_QUERY, startOfRequest } from "../workflows/contract.ts";
import { type ListedRequest, listedRequest } from "./listed-request.ts";
import { soon } from "./soon.ts";
import { within } from "./within.ts";

/** Slack waits three seconds for an answer; some of that is for the way there and back. */
const DEADLINE_MS = 2_000;
/** Where a request stands is only worth a short wait: the workflow checks everything again. */
const LOOK_MS = 700;
/** A last look, when most of the time is gone. */
const LAST_LOOK_MS = 400;
/** What is left for handing something over, however long it was looked at: little more than Temporal needs. */
const HAND_OVER_MS = 800;
/** What else may stand against it, from the records: no longer, so that there is time left to hand it over. */
const OBJECTION_MS = 1_700;
/** Where the look is all that was asked for, and whoever asked knows that it may take a moment. */
export const PATIENT_MS = 10_000;
/** The same of a list. */
export const LIST_MS = 4_000;
/** A form is looked at before it is handed over, and both together have the same time. */
const OPEN_MS = DEADLINE_MS - LOOK_MS;
/** Temporal lists the latest first, and who has waited longest must not be cut off: one page of it, far more than are open. */
const LISTED_AT_MOST = 1000;

export interface Log {
  warn(message: string, error: unknown): void;
}

/** The requests in Temporal. Nothing here throws: whoever pressed a button gets an answer in time. */
export interface Requests {
  /** Starts a request. The same one again is harmless, also after it has ended. */
  open(request: NewRequest, withinMs?: number): Promise<"taken" | "not-taken">;
  /**
   * Hands over what somebody did. `"over"`: there is no such request any more. `refused`: why they may not do this now,
   * where that can be seen at once; what cannot be seen is left to the workflow. `objection`: what else may stand against
   * it, looked up meanwhile; one that is not known soon does not count.
   */
  act(id: RequestId, act: Act, objection?: Promise<string | undefined>): Promise<Sent>;
  /**
   * The request as it stands, also after it has ended; then its whole history is replayed, which takes a second or more.
   * `"gone"`: there is none of this id, or not any more. Undefined when nobody can say so in time.
   */
  read(id: RequestId, withinMs?: number): Promise<MentorRequest | "gone" | undefined>;
  /** Those that this query of Temporal's lists finds, oldest first; undefined when nobody can say so in time. */
  list(query: string, withinMs?: number): Promise<readonly ListedRequest[] | undefined>;
}

interface Refused {
  readonly refused: RefusalReason;
  readonly because: string;
}

export type Sent = "sent" | "not-sent" | "over" | Refused;

export function requestsIn(client: Client, log: Log): Requests {
  const inTime = async <Value>(
    what: string,
    look: () => Promise<Value>,
    withinMs = LOOK_MS,
  ): Promise<Value | undefined> => {
    try {
      return await within(client, withinMs, look);
    } catch (error) {
      log.warn(`${what} could not be seen in time`, error);
      return undefined;
    }
  };
  const read = (id: RequestId, withinMs?: number) => inTime(`where ${id} stands`, () => stateOf(client, id), withinMs);
  /** The same deed came before, and it may have been the last. */
  const isHeard = async (id: RequestId, { actionId }: Act): Promise<boolean> => {
    const request = await read(id, LAST_LOOK_MS);
    return typeof request === "object" && request.heard.includes(actionId);
  };
  return {
    read,
    async open(request, withinMs = OPEN_MS) {
      try {
        await within(client, withinMs, () => start(client, request));
        return "taken";
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return "taken";
        log.warn(`${request.id} could not be handed to Temporal; the form stays open`, error);
        return "not-taken";
      }
    },
    async act(id, act, objection) {
      const began = Date.now();
      const [request, because] = await Promise.all([
        act.do === "claim" ? undefined : read(id),
        objection && soon(objection, OBJECTION_MS),
      ]);
      // The same deed came before: what it has changed since is no reason to refuse it.
      if (request === "gone") return "over";
      if (request?.heard.includes(act.actionId)) return "sent";
      const reason = request && refusalOf(request, act, Date.now());
      if (reason) return refusal(reason, request);
      if (because) return { refused: "not-allowed", because };
      try {
        const handle = client.workflow.getHandle(id);
        const left = Math.max(HAND_OVER_MS, began + DEADLINE_MS - Date.now());
        await within(client, left, () => handle.signal(act.do, act));
        return "sent";
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return (await isHeard(id, act)) ? "sent" : "over";
        log.warn(`"${act.do}" could not be handed to ${id}; the person is asked to try again`, error);
        return "not-sent";
      }
    },
    list: (query, withinMs) => inTime("the list of requests", () => listed(client, query), withinMs),
  };
}

/** A refusal, and how it is told to the person. */
export function refusal(reason: RefusalReason, request: MentorRequest): Refused {
  return { refused: reason, because: toClaimer(reason, briefingOf(request, Date.now())).text };
}

async function stateOf(client: Client, id: RequestId): Promise<MentorRequest | "gone"> {
  try {
    return await client.workflow.getHandle(id).query<MentorRequest>(REQUEST_QUERY);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return "gone";
    throw error;
  }
}

/** A request that went on in a new run is listed as that one only. */
async function listed(client: Client, asked: string): Promise<readonly ListedRequest[]> {
  const found: ListedRequest[] = [];
  const query = `WorkflowType = "${MENTOR_REQUEST}" AND ExecutionStatus != "ContinuedAsNew" AND (${asked})`;
  for await (const info of client.workflow.list({ query })) {
    found.push(listedRequest(info));
    if (found.length === LISTED_AT_MOST) break;
  }
  return found.sort((a, b) => a.openedAt - b.openedAt);
}

function start(client: Client, request: NewRequest) {
  return client.workflow.start(MENTOR_REQUEST, startOfRequest(request));
}
