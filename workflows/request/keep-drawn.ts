import { condition } from "@temporalio/workflow";
import { cardOf } from "../../domain/card.ts";
import type { PostedCard } from "../../domain/request.ts";
import { digest } from "./digest.ts";
import { oncePerState } from "./once-per-state.ts";
import { type Running, remember } from "./running.ts";
import { untilDone } from "./until-done.ts";

/** Draws each card anew whenever it shows something else than it should; a burst of changes is one redraw. */
export async function keepDrawn(request: Running): Promise<void> {
  for (;;) {
    await condition(() => request.leaving || staleCard(request) !== undefined);
    const post = staleCard(request);
    if (request.leaving || !post) return;
    const card = cardOf(request.state, post);
    const wanted = () => !request.leaving && (request.trouble.size === 0 || same(cardOf(request.state, post), card));
    const drawn = await untilDone(request, "card", wanted, (activities) => activities.drawCard({ post, card }));
    if (drawn !== "unwanted") remember(request, [[post.ts, digest(card)]]);
  }
}

export const staleCard = oncePerState(({ state, written }): PostedCard | undefined =>
  state.posts.find((post) => written.get(post.ts) !== digest(cardOf(state, post))),
);

const same = (a: unknown, b: unknown): boolean => digest(a) === digest(b);
