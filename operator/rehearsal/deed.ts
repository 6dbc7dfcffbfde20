import type { ActName, Role } from "../../domain/act.ts";
import type { Person } from "../../local/seed/cast.ts";

/** Somebody does something so many milliseconds after the opening. */
export interface Deed {
  readonly after: number;
  readonly who: Person;
  readonly act: ActName;
  /** In which role, where no message has a button for it. */
  readonly as: Role;
  /** What the act's form asks for. A moment is given as how far ahead it lies, in milliseconds. */
  readonly says: Readonly<Record<string, string | number>>;
}

/** One of the services answers nothing from so long after the opening until so long after it. */
export interface Outage {
  readonly after: number;
  readonly until: number;
  readonly down: "slack" | "airtable";
}

export type Happening = Deed | Outage;
