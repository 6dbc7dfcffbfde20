/** Time counts at every hour of every day, or only while people work. */
export type Calendar =
  | { readonly kind: "continuous" }
  | {
      readonly kind: "working";
      /** An IANA zone: "America/New_York". */
      readonly timeZone: string;
      /** 1 is Monday, 7 is Sunday. */
      readonly days: readonly number[];
      /** "09:00", in that zone. */
      readonly from: string;
      readonly to: string;
      /** A country, or a state of it, whose public holidays are free: "US", "US-TX". */
      readonly holidays?: string;
    };

export type WorkingCalendar = Extract<Calendar, { kind: "working" }>;

/** A stretch of time, in milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** How long a working day is: what "1 day" means in such a calendar. */
export function workingDay({ from, to }: WorkingCalendar): number {
  return clock(to) - clock(from);
}

/** "09:30" in milliseconds since midnight. */
function clock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** Everything that is wrong with a calendar, a sentence each. Whether the zone and the country exist is not known here. */
export function calendarProblems(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return ["calendar is not an object."];
  const { kind, timeZone, days, from, to, holidays } = value as Readonly<Record<string, unknown>>;
  if (kind === "continuous") return [];
  if (kind !== "working") return ['calendar: kind is neither "continuous" nor "working".'];
  return [
    ...(typeof timeZone === "string" && timeZone !== ""
      ? []
      : ['calendar: timeZone is missing, such as "America/New_York".']),
    ...(isDays(days) ? [] : ["calendar: days is not a list of days from 1 (Monday) to 7 (Sunday)."]),
    ...(isTime(from) ? [] : ['calendar: from is not a time such as "09:00".']),
    ...(isTime(to) ? [] : ['calendar: to is not a time such as "17:00".']),
    ...(isTime(from) && isTime(to) && clock(from) >= clock(to) ? ["calendar: the day ends before it begins."] : []),
    ...(holidays === undefined || (typeof holidays === "string" && /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(holidays))
      ? []
      : ['calendar: holidays is not a country such as "US", or a state of it such as "US-TX".']),
  ];
}

const isDays = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);

function isTime(value: unknown): value is string {
  return typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}
