/** Moments in words, in somebody's time zone. */
export interface Clock {
  readonly timeZone: string;
  /** "14:05" */
  time(at: number): string;
  /** "Wednesday, 26 November" */
  day(at: number): string;
  /** "Wed 26 Nov, 14:05" */
  moment(at: number): string;
}

const clocks = new Map<string, Clock>();

/** One for each zone: making formats is what takes time. */
export function clockOf(timeZone: string): Clock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format: show } = new Intl.DateTimeFormat("en-GB", { timeZone, ...options });
    return (at: number) => show(at);
  };
  const clock: Clock = {
    timeZone,
    time: format({ hour: "2-digit", minute: "2-digit" }),
    day: format({ weekday: "long", day: "numeric", month: "long" }),
    moment: format({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }),
  };
  clocks.set(timeZone, clock);
  return clock;
}
