import { activityInfo } from "@temporalio/activity";
import type { Briefing } from "../../domain/briefing.ts";

/** The briefing of a message that is tried again: while Slack was down, a request that waits has gone on waiting. */
export function asOfThisAttempt(briefing: Briefing): Briefing {
  if (briefing.status !== "waiting") return briefing;
  const { scheduledTimestampMs, currentAttemptScheduledTimestampMs } = activityInfo();
  const from = Math.max(scheduledTimestampMs, briefing.snoozedUntil ?? 0);
  return { ...briefing, waited: briefing.waited + Math.max(0, currentAttemptScheduledTimestampMs - from) };
}
