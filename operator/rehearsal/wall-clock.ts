/** What the clocks on the wall show at this moment, as if it were UTC: in milliseconds. Throws for an unknown zone. */
export function wallClock(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
}

/** The moment at which the clocks show this, or undefined when they never do: the hour that is left out in spring. */
export function momentAt(wall: number, timeZone: string): number | undefined {
  if (Number.isNaN(wall)) return undefined;
  const offsetAt = (moment: number) => wallClock(moment, timeZone) - Math.floor(moment / 60_000) * 60_000;
  const near = wall - offsetAt(wall);
  return [wall - offsetAt(near), near].find((moment) => wallClock(moment, timeZone) === wall);
}

export function isTimeZone(timeZone: string): boolean {
  try {
    wallClock(0, timeZone);
    return true;
  } catch {
    return false;
  }
}

/** "Fri 27 Nov 16:55". */
export function asOnTheWall(moment: number, timeZone: string): string {
  const date = new Date(wallClock(moment, timeZone));
  const [weekday = "", day, month] = date.toUTCString().split(" ");
  return `${weekday.slice(0, 3)} ${day} ${month} ${date.toISOString().slice(11, 16)}`;
}
