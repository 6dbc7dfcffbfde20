const UNITS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

export const MINUTE = UNITS.minute;
export const HOUR = UNITS.hour;
export const DAY = UNITS.day;

/**
 * "10 days 12 hours" in milliseconds. Whole numbers only: what a coordinator would say. A day may be
 * shorter than 24 hours where only working time counts. Throws, naming the text, when it is anything else.
 */
export function milliseconds(text: string, day: number = DAY): number {
  const parts = [...text.matchAll(/(\d+) (second|minute|hour|day)s?\b/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join(" ") !== text.trim()) {
    throw new Error(`"${text}" is not a duration: write it as "2 days", "36 hours" or "10 days 12 hours".`);
  }
  const units = { ...UNITS, day };
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof UNITS], 0);
}

/** A length of time as a person would say it: "3 days", "10 days 12 hours", "less than a minute". */
export function inWords(ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (days > 0) return hours > 0 ? `${count(days, "day")} ${count(hours, "hour")}` : count(days, "day");
  if (hours > 0) return count(hours, "hour");
  return minutes > 0 ? count(minutes, "minute") : "less than a minute";
}

const count = (n: number, unit: string): string => (n === 1 ? `1 ${unit}` : `${n} ${unit}s`);
