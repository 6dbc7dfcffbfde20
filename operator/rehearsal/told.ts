import type { Audience } from "../../domain/outbox.ts";
import type { Place } from "../../domain/request.ts";

/** One message, as it reached somebody. */
export interface Told {
  /** Milliseconds of the request's own time since it was opened. */
  readonly at: number;
  readonly step: string;
  readonly audience: Audience;
  /** A person's name in Slack, or a channel's with `#` before it. */
  readonly to: string;
  /** As it is read in Slack. */
  readonly text: string;
}

/** Where the request stood when the rehearsal was over, and who had it. */
export interface Ending {
  readonly outcome: Place;
  readonly by?: string;
}
