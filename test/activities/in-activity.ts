import { asyncLocalStorage, Context, type Info } from "@temporalio/activity";
import type { Client } from "@temporalio/client";
import { type Logger, noopMetricMeter } from "@temporalio/common";

interface Attempt {
  readonly attempt?: number;
  /** How long after the first attempt this one was begun, in milliseconds. */
  readonly late?: number;
  readonly heartbeatDetails?: unknown;
  readonly onHeartbeat?: (details: unknown) => void;
  /** Where the lines of the activity's own log go. */
  readonly log?: (line: string) => void;
  /** Temporal, as far as it is asked. */
  readonly client?: unknown;
}

/** Runs a part of an activity as its worker would: in this attempt, with a log, a heartbeat and a client. */
export function inActivity<Result>(
  { attempt = 1, late = 0, heartbeatDetails, onHeartbeat = () => undefined, log = () => undefined, client }: Attempt,
  run: () => Promise<Result>,
): Promise<Result> {
  const now = Date.now();
  const info: Info = {
    attempt,
    heartbeatDetails,
    activityId: "1",
    activityType: "test",
    base64TaskToken: "",
    taskToken: new Uint8Array(),
    taskQueue: "test",
    namespace: "default",
    activityNamespace: "default",
    isLocal: false,
    inWorkflow: true,
    scheduledTimestampMs: now,
    currentAttemptScheduledTimestampMs: now + late,
    scheduleToCloseTimeoutMs: 3_600_000,
    startToCloseTimeoutMs: 10_000,
  };
  const never = new Promise<never>(() => undefined);
  const signal = new AbortController().signal;
  const logger = loggerTo(log);
  return asyncLocalStorage.run(
    new Context(info, never, signal, onHeartbeat, client as Client, logger, noopMetricMeter, {}),
    run,
  );
}

function loggerTo(write: (line: string) => void): Logger {
  const line = (message: string, fields?: unknown) => write(`${message} ${JSON.stringify(fields ?? {})}`);
  return {
    log: (_level, message, fields) => line(message, fields),
    trace: line,
    debug: line,
    info: line,
    warn: line,
    error: line,
  };
}
