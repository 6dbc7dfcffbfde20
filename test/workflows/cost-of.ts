import { temporal } from "@temporalio/proto";

const { EventType } = temporal.api.enums.v1;

type History = temporal.api.history.v1.IHistory;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

export interface Cost {
  readonly events: number;
  readonly actions: number;
  /** How many actions of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** What Temporal Cloud bills as an action, among the events of a history. https://docs.temporal.io/cloud/actions */
const BILLED: readonly (readonly [number, string])[] = [
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED, "start"],
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED, "signal"],
  [EventType.EVENT_TYPE_TIMER_STARTED, "timer"],
  [EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED, "activity"],
  [EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES, "search attributes"],
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED, "update"],
  [EventType.EVENT_TYPE_MARKER_RECORDED, "local activity"],
];

/** Of the tests' own clock; no request in production has them. */
const OF_SKIPPING: readonly number[] = [
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
];

/** `queries`: how often the request was asked where it stands, which is billed and leaves no event. */
export function costOf({ events }: History, queries: number): Cost {
  const counted = (events ?? []).filter(({ eventType }) => !OF_SKIPPING.includes(Number(eventType)));
  const names = [...counted.flatMap(billedAs), ...Array.from({ length: queries }, () => "query")];
  const kinds = Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((n) => n === name).length]));
  return { events: counted.length, actions: names.length, kinds };
}

function billedAs({ eventType, activityTaskStartedEventAttributes: started }: HistoryEvent): readonly string[] {
  const retries = Math.max(0, (started?.attempt ?? 1) - 1);
  const kind = BILLED.find(([type]) => type === Number(eventType))?.[1];
  return [...(kind ? [kind] : []), ...Array.from({ length: retries }, () => "activity again")];
}
