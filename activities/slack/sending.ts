import type { Briefing } from "../../domain/briefing.ts";
import type { MemberId, RequestId } from "../../domain/ids.ts";
import type { Audience } from "../../domain/outbox.ts";
import type { Mark } from "./post-once.ts";

/** What every message needs, whatever it is about. */
export interface Marked {
  /** The request, the person, or else what it is about. */
  readonly id: RequestId | MemberId | "records";
  readonly key: string;
  readonly step: string;
  /** When it was decided, in milliseconds of the request's own clock. */
  readonly at: number;
  /** An earlier attempt may have sent it, although nobody heard of it. */
  readonly maybeSent: boolean;
}

/** A message about a request. */
export interface Sending extends Marked {
  readonly briefing: Briefing;
  /** Nothing is said any more; what an earlier attempt may have left behind is looked for. */
  readonly onlyLook?: boolean;
}

export function markOf({ id, key, step, at }: Marked, audience: Audience | "volunteer"): Mark {
  return { request: id, key, step, audience, at: new Date(at).toISOString() };
}
