import type { Person } from "../../local/seed/cast.ts";

/** What people do in a rehearsal. Times are milliseconds since the request was opened. */
export interface Plan {
  readonly mentee: Person;
  readonly claim?: { readonly after: number; readonly by: Person };
  readonly until: number;
}
