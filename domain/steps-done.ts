import type { DoneStep } from "./request.ts";

/** A step with the moment at which it was dealt with, to the minute, as staff read it: `remind 2 2026-11-28T11:29Z`. */
export function writtenStep({ step, nth, doneAt }: DoneStep): string {
  const time = doneAt === undefined ? undefined : `${new Date(doneAt).toISOString().slice(0, 16)}Z`;
  return [step, nth > 0 ? nth : undefined, time].filter((part) => part !== undefined).join(" ");
}

/** Steps that an earlier version wrote stand in one line, without their times. */
const BETWEEN = /\n|, /;
const WRITTEN = /^(\S+)(?: (\d+))?(?: (\d{4}-\d\d-\d\dT\d\d:\d\dZ))?$/;

/** The steps that such a cell holds. What is none is left out. */
export function readSteps(cell: string): readonly DoneStep[] {
  return cell.split(BETWEEN).flatMap((line): DoneStep[] => {
    const [, step, nth = "0", time] = WRITTEN.exec(line.trim()) ?? [];
    return step ? [{ step, nth: Number(nth), ...(time && { doneAt: Date.parse(time) }) }] : [];
  });
}

/** Whether it is the same but for the times, which an earlier version did not write. */
export function isAsWrittenEarlier(cell: string, wanted: string): boolean {
  const withoutTimes = readSteps(wanted).map(({ step, nth }) => writtenStep({ step, nth }));
  return withoutTimes.join(", ") === cell;
}
