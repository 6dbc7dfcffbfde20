/** The day and the time there ("Tuesday 14:05") at this moment; undefined when there is no such time zone. */
export function localTime(timeZone: string, at: number): string | undefined {
  const parts = { weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  try {
    return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone }).format(at);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
