import type { MemberId, RequestId } from "./ids.ts";
import { type Asked, holder, type MentorRequest, type Place, type PostedCard } from "./request.ts";

/** What a card in the mentors' channel shows. `"moved"`: the request was posted anew further down. */
export interface Card {
  readonly id: RequestId;
  readonly mentee: MemberId;
  readonly asked: Asked;
  readonly status: Place | "moved";
  readonly by?: MemberId;
  readonly openedAt: number;
  readonly mentioned: readonly MemberId[];
}

/**
 * The card of this post as it should look now. Two equal cards need no redrawing: one of a session that took place goes
 * on saying who held it.
 */
export function cardOf(request: MentorRequest, post?: PostedCard): Card {
  const { id, mentee, asked, openedAt, standing, posts } = request;
  const isComplete = standing.status === "closed" && standing.outcome.kind === "completed";
  const by = isComplete ? request.pairings?.at(-1)?.mentor : holder(request);
  const current = post === undefined || posts.at(-1)?.ts === post.ts;
  const status = current ? (isComplete ? "held" : standing.status) : "moved";
  return { id, mentee, asked, openedAt, status, mentioned: post?.mentioned ?? [], ...(current && by && { by }) };
}
