import type { Briefing } from "../../domain/briefing.ts";
import type { Audience } from "../../domain/outbox.ts";
import type { Mark } from "./post-once.ts";

/** What every message needs, whoever it is for. */
export interface Sending {
  readonly key: string;
  readonly step: string;
  /** When it was decided, in milliseconds of the request's own clock. */
  readonly at: number;
  /** An earlier attempt may have sent it, although nobody heard of it. */
  readonly maybeSent: boolean;
  readonly briefing: Briefing;
}

export function markOf({ key, step, at, briefing }: Sending, audience: Audience): Mark {
  return { request: briefing.id, key, step, audience, at: new Date(at).toISOString() };
}
