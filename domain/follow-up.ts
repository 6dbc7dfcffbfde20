import type { ActName } from "./act.ts";
import type { MemberId, RequestId } from "./ids.ts";
import type { Policy } from "./policy.ts";
import type { MentorRequest, NewRequest } from "./request.ts";

interface Following {
  /** The one in force; that of the closed request may be of a former year. */
  readonly policy?: Policy | undefined;
  /** Of the staff who open it again for the mentee. */
  readonly filedBy?: MemberId | undefined;
  readonly why?: string | undefined;
}

/** A new request that follows up a closed one: the same wish, none of its former mentors. */
export function followUpOf(
  request: MentorRequest,
  id: RequestId,
  { filedBy, why, policy }: Following = {},
): NewRequest {
  const { mentee, asked } = request;
  return {
    id,
    mentee,
    asked,
    policy: policy ?? request.policy,
    followUpOf: request.id,
    excluded: [...new Set([...request.excluded, ...formerMentors(request)])],
    ...(filedBy && { filedBy }),
    ...(why && { why }),
  };
}

const TOOK: readonly ActName[] = ["claim", "assign"];

/** Everybody who ever took it; a long timeline has only the first of them. */
function formerMentors({ timeline, pairings = [] }: MentorRequest): readonly MemberId[] {
  const took = timeline.entries
    .filter(({ what }) => TOOK.some((act) => act === what))
    .map(({ by, to }) => to ?? by)
    .filter((member): member is MemberId => member !== "muster" && member !== "temporal");
  return [...took, ...pairings.map(({ mentor }) => mentor)];
}
