import type { Policy } from "../../domain/policy.ts";
import type { Person } from "../../local/seed/cast.ts";
import type { Happening } from "./deed.ts";

/** What a rehearsal plays. Times are milliseconds since the request was opened. */
export interface Plan {
  readonly mentee: Person;
  /** The policy by which the request goes; the programme's own when absent. */
  readonly policy?: Policy;
  /** When the request is asked for, in milliseconds since 1970, and whose clocks show it; at once when absent. */
  readonly posted?: { readonly at: number; readonly timeZone: string };
  readonly happenings: readonly Happening[];
  readonly until: number;
}
