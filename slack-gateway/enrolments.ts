import { type Client, WorkflowNotFoundError } from "@temporalio/client";
import type { Approval, Enrolment, KnownOffer, Wish } from "../domain/enrolment.ts";
import type { ActionId, MemberId } from "../domain/ids.ts";
import { knownOffer } from "../domain/known-offer.ts";
import { SUMMARIES } from "../domain/wording/for-staff.ts";
import { TASK_QUEUE } from "../workflows/contract.ts";
import {
  APPROVAL_SIGNAL,
  ENROLMENT_QUERY,
  type EnrolmentInput,
  enrolmentId,
  MENTOR_ENROLMENT,
  MENTOR_ON_RECORD,
  mentorOnRecordId,
  type OnRecord,
  WISH_SIGNAL,
} from "../workflows/enrolment-contract.ts";
import type { Log } from "./requests.ts";
import { within } from "./within.ts";

/** Slack waits three seconds for an answer; some of that is for the way there and back. */
const DEADLINE_MS = 2_000;
const LOOK_MS = 700;
const LAST_LOOK_MS = 400;
const START_MS = 1_100;
/** Of somebody who looks at a form that says "One moment". */
const RECORD_MS = 5_000;

/** People's enrolments in Temporal. Nothing here throws: whoever pressed a button gets an answer in time. */
export interface Enrolments {
  /**
   * What this person offers, by the records and their enrolment. Takes little more than a second while Temporal cannot be
   * reached, and five while the records cannot be read.
   */
  lookUp(member: MemberId): Promise<KnownOffer | "unknown">;
  /** What the records alone say of this person. Takes as long. */
  onRecord(member: MemberId): Promise<OnRecord>;
  /** Hands over what somebody asks for. The same one twice is harmless. */
  wish(
    member: MemberId,
    wish: Wish,
    how: { readonly actionId: ActionId; readonly approval: boolean },
  ): Promise<"taken" | "not-taken">;
  /** The coordinator's word. The first one counts. */
  approve(member: MemberId, approval: Approval): Promise<WhatCameOfIt>;
}

/**
 * `"passed-on"`: it is handed over, and nobody could say in time whether it was decided before. `"over"`: nobody waits for
 * it any more.
 */
type WhatCameOfIt = "counts" | "passed-on" | "over" | "not-sent" | { readonly before: Approval };

export function enrolmentsIn(client: Client, log: Log): Enrolments {
  const read = async (member: MemberId, ms = LOOK_MS): Promise<Enrolment | undefined> => {
    try {
      return await within(client, ms, () =>
        client.workflow.getHandle(enrolmentId(member)).query<Enrolment>(ENROLMENT_QUERY),
      );
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) log.warn("an enrolment could not be looked up in time", error);
      return undefined;
    }
  };
  const onRecord = async (member: MemberId): Promise<OnRecord> => {
    try {
      const handle = await within(client, START_MS, () =>
        client.workflow.start<(input: { readonly member: MemberId }) => Promise<OnRecord>>(MENTOR_ON_RECORD, {
          workflowId: mentorOnRecordId(member),
          workflowIdConflictPolicy: "USE_EXISTING",
          taskQueue: TASK_QUEUE,
          args: [{ member }],
          workflowExecutionTimeout: "1 minute",
          staticSummary: SUMMARIES.onRecord,
        }),
      );
      return await within(client, RECORD_MS, () => handle.result());
    } catch (error) {
      log.warn("what the records say of a mentor could not be read in time; it counts as unknown", error);
      return "unknown";
    }
  };
  return {
    onRecord,
    async lookUp(member) {
      const [recorded, enrolment] = await Promise.all([onRecord(member), read(member)]);
      return knownOffer(recorded, enrolment, Date.now());
    },
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
            staticSummary: SUMMARIES.enrolment,
          }),
        );
        return "taken";
      } catch (error) {
        log.warn("an enrolment could not be handed to Temporal; the form stays open", error);
        return "not-taken";
      }
    },
    async approve(member, approval) {
      const before = await read(member);
      if (before?.decided) return { before: before.decided };
      if (before && before.standing !== "new" && before.standing !== "waiting-for-approval") return "over";
      try {
        await within(client, DEADLINE_MS - LOOK_MS - LAST_LOOK_MS, () =>
          client.workflow.getHandle(enrolmentId(member)).signal(APPROVAL_SIGNAL, approval),
        );
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return "over";
        log.warn("a coordinator's word on a mentor could not be handed over; they are asked to try again", error);
        return "not-sent";
      }
      // Two may press at the same moment.
      const decided = (await read(member, LAST_LOOK_MS))?.decided;
      if (!decided) return "passed-on";
      return decided.by === approval.by && decided.approved === approval.approved ? "counts" : { before: decided };
    },
  };
}
