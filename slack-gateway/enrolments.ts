import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import type { Enrolment, Wish } from "../domain/enrolment.ts";
import type { ActionId, MemberId } from "../domain/ids.ts";
import { TASK_QUEUE } from "../workflows/contract.ts";
import {
  APPROVAL_SIGNAL,
  type Approval,
  ENROLMENT_QUERY,
  type EnrolmentInput,
  enrolmentId,
  MENTOR_ENROLMENT,
  WISH_SIGNAL,
} from "../workflows/enrolment-contract.ts";
import type { Log } from "./requests.ts";
import { within } from "./within.ts";

/** Slack waits three seconds for an answer; some of that is for the way there and back. */
const DEADLINE_MS = 2_000;
const LOOK_MS = 700;

/** People's enrolments in Temporal. Nothing here throws: whoever pressed a button gets an answer in time. */
export interface Enrolments {
  /** What is known of this person's enrolment; undefined when there is none, or nobody can say so in time. */
  read(member: MemberId): Promise<Enrolment | undefined>;
  /** Hands over what somebody asks for. The same one twice is harmless. */
  wish(
    member: MemberId,
    wish: Wish,
    how: { readonly actionId: ActionId; readonly approval: boolean },
  ): Promise<"taken" | "not-taken">;
  /** The coordinator's word. `"over"`: nobody waits for it any more. */
  approve(member: MemberId, approval: Approval): Promise<"sent" | "not-sent" | "over">;
}

export function enrolmentsIn(client: Client, log: Log): Enrolments {
  const read = async (member: MemberId): Promise<Enrolment | undefined> => {
    try {
      return await within(client, LOOK_MS, () =>
        client.workflow.getHandle(enrolmentId(member)).query<Enrolment>(ENROLMENT_QUERY),
      );
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) log.warn("an enrolment could not be looked up in time", error);
      return undefined;
    }
  };
  return {
    read,
    async wish(member, wish, { actionId, approval }) {
      const before = await read(member);
      const input: EnrolmentInput = { member, approval, ...(before && { before }) };
      try {
        await within(client, DEADLINE_MS - LOOK_MS, () =>
          client.workflow.signalWithStart(MENTOR_ENROLMENT, {
            workflowId: enrolmentId(member),
            taskQueue: TASK_QUEUE,
            args: [input],
            signal: WISH_SIGNAL,
            signalArgs: [{ wish, actionId }],
            staticSummary: "Enrolment as a mentor",
          }),
        );
        return "taken";
      } catch (error) {
        log.warn("an enrolment could not be handed to Temporal; the form stays open", error);
        return "not-taken";
      }
    },
    async approve(member, approval) {
      try {
        await within(client, DEADLINE_MS, () =>
          client.workflow.getHandle(enrolmentId(member)).signal(APPROVAL_SIGNAL, approval),
        );
        return "sent";
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return "over";
        log.warn("a coordinator's word on a mentor could not be handed over; they are asked to try again", error);
        return "not-sent";
      }
    },
  };
}
