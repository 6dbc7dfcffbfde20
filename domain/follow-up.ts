import type { ActName } from "./act.ts";
import type { MemberId, RequestId } from "./ids.ts";
import type { MentorRequest, NewRequest } from "./request.ts";

/**
 * A new request that follows up a closed one: the same wish, none of its former mentors. `filedBy` is the coordinator
 * who opens it again for the mentee.
 */
export function followUpOf(request: MentorRequest, id: RequestId, filedBy?: MemberId): NewRequest {
  const { mentee, asked, policy } = request;
  return {
    id,
    mentee,
    asked,
    policy,
    followUpOf: request.id,
    excluded: [...new Set([...request.excluded, ...formerMentors(request)])],
    ...(filedBy && { filedBy }),
  };
}

const TOOK: readonly ActName[] = ["claim", "assign"];

/** Everybody who ever took it. */
function formerMentors({ timeline }: MentorRequest): readonly MemberId[] {
  return timeline.entries
    .filter(({ what }) => TOOK.some((act) => act === what))
    .map(({ by, to }) => to ?? by)
    .filter((member): member is MemberId => member !== "muster" && member !== "temporal");
}
