import { DAY, HOUR, MINUTE } from "../../domain/duration.ts";
import type { Plan } from "./plan.ts";
import type { Ending, Told } from "./told.ts";
import { asOnTheWall } from "./wall-clock.ts";

/** How a rehearsal is printed, a line each. */
export interface Printed {
  told(told: Told): string;
  ending(ending: Ending, at: number): string;
}

export const AS_JSON: Printed = {
  told: ({ at, ...rest }) => JSON.stringify({ at: isoDuration(at), ...rest }),
  ending: (ending) => JSON.stringify(ending),
};

/** For people; cut to the width of the terminal, if it is one. With the time on the wall, where the opening has one. */
export function forPeople(width: number | undefined, posted?: Plan["posted"]): Printed {
  const time = (at: number): string =>
    posted ? `${elapsed(at)}   ${asOnTheWall(posted.at + at, posted.timeZone)}` : elapsed(at);
  return {
    told({ at, step, audience, to, text }) {
      const line = `${time(at)}   ${step.padEnd(12)} → ${`${audience} ${to}`.padEnd(25)}  ${text.replace(/\s+/g, " ")}`;
      return width === undefined || line.length <= width ? line : `${line.slice(0, width - 1)}…`;
    },
    ending: ({ outcome, by }, at) => `${time(at)}   ${outcome}${by ? ` by ${by}` : ""}`,
  };
}

/** "P10DT12H"; with minutes when there are any. */
function isoDuration(ms: number): string {
  const { days, hours, minutes } = parts(ms);
  return `P${days}DT${hours}H${minutes > 0 ? `${minutes}M` : ""}`;
}

/** " 10 d 12 h"; with minutes when there are any. */
function elapsed(ms: number): string {
  const { days, hours, minutes } = parts(ms);
  const minutesIfAny = minutes > 0 ? ` ${minutes} min`.padStart(7) : "       ";
  return `${String(days).padStart(3)} d ${String(hours).padStart(2)} h${minutesIfAny}`;
}

function parts(ms: number) {
  return {
    days: Math.floor(ms / DAY),
    hours: Math.floor((ms % DAY) / HOUR),
    minutes: Math.floor((ms % HOUR) / MINUTE),
  };
}
