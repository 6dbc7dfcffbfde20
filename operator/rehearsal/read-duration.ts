import { DAY, HOUR, MINUTE } from "../../domain/duration.ts";

const WRITTEN = /^(?=\d)(?:(?<days>\d+)d)?(?:(?<hours>\d+)h)?(?:(?<minutes>\d+)m)?$/;

/** "9d", "36h", "10d12h" or "90m" in milliseconds. Throws, naming the option, when it is anything else. */
export function readDuration(option: string, text: string): number {
  const parts = WRITTEN.exec(text.trim())?.groups;
  if (!parts) throw new Error(`${option} takes a length of time such as 9d, 36h, 10d12h or 90m, not "${text}".`);
  const { days = 0, hours = 0, minutes = 0 } = parts;
  return Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE;
}
