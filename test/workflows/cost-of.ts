import type { WorkflowHandle } from "@temporalio/client";

export type History = Awaited<ReturnType<WorkflowHandle["fetchHistory"]>>;
type HistoryEvent = NonNullable<History["events"]>[number];

export interface Cost {
  readonly events: number;
  readonly actions: number;
  /** How many actions of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** What Temporal Cloud bills as an action, among the events of a history. https://docs.temporal.io/cloud/actions */
const BILLED: readonly (readonly [keyof HistoryEvent, string])[] = [
  ["workflowExecutionStartedEventAttributes", "start"],
  ["workflowExecutionSignaledEventAttributes", "signal"],
  ["timerStartedEventAttributes", "timer"],
  ["activityTaskScheduledEventAttributes", "activity"],
  ["upsertWorkflowSearchAttributesEventAttributes", "search attributes"],
  ["workflowExecutionUpdateAcceptedEventAttributes", "update"],
  ["markerRecordedEventAttributes", "local activity"],
];

/** Of the tests' own clock; no request in production has them. */
const OF_SKIPPING: readonly (keyof HistoryEvent)[] = [
  "workflowExecutionTimeSkippingTransitionedEventAttributes",
  "workflowExecutionOptionsUpdatedEventAttributes",
];

/** `queries`: how often the request was asked where it stands, which is billed and leaves no event. */
export function costOf({ events }: History, queries: number): Cost {
  const counted = (events ?? []).filter((event) => !OF_SKIPPING.some((kind) => event[kind]));
  const names = [...counted.flatMap(billedAs), ...Array.from({ length: queries }, () => "query")];
  const kinds = Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((n) => n === name).length]));
  return { events: counted.length, actions: names.length, kinds };
}

function billedAs(event: HistoryEvent): readonly string[] {
  const retries = Math.max(0, (event.activityTaskStartedEventAttributes?.attempt ?? 1) - 1);
  const kind = BILLED.find(([attributes]) => event[attributes])?.[1];
  return [...(kind ? [kind] : []), ...Array.from({ length: retries }, () => "activity again")];
}
