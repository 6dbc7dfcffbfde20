import { unreadableDate } from "../api-error.ts";
import type { Field } from "../base.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A date field keeps the day: "2026-03-01", also of a whole moment. */
export function acceptDate(field: Field, value: string): string {
  if (value === "") return value;
  return read(field, value).toISOString().slice(0, 10);
}

/** A dateTime field keeps the moment in UTC: "2026-03-01T09:30:00.000Z". A day alone is its midnight. */
export function acceptDateTime(field: Field, value: string): string {
  if (value === "") return value;
  return read(field, value).toISOString();
}

/** Without a time zone, UTC. Days that no calendar has (30 February) are refused. */
function read(field: Field, value: string): Date {
  const day = DAY.test(value) ? value : MOMENT.exec(value)?.[1];
  if (day === undefined || !isDay(day)) throw unreadableDate(field.name, value);
  const zoned = DAY.test(value) || /(Z|[+-]\d{2}:?\d{2})$/.test(value) ? value : `${value}Z`;
  const moment = new Date(zoned);
  if (Number.isNaN(moment.getTime())) throw unreadableDate(field.name, value);
  return moment;
}

function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
