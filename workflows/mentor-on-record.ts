import { ActivityFailure, log, proxyActivities } from "@temporalio/workflow";
import type { Activities } from "../activities/index.ts";
import type { MemberId } from "../domain/ids.ts";
import type { OnRecord } from "./enrolment-contract.ts";

/** Somebody is looking at a form that waits for this: what comes later is of no use. */
const { readMentor } = proxyActivities<Activities>({ scheduleToCloseTimeout: "5 seconds" });

/** What the records say of one person, for the form of `/mentor-volunteer`; `"unknown"` while they cannot be read. */
export async function mentorOnRecord({ member }: { readonly member: MemberId }): Promise<OnRecord> {
  try {
    return (await readMentor({ member })) ?? "none";
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn("what the records say of a mentor could not be read in time; the form says so");
    return "unknown";
  }
}
