import type { Act } from "../../domain/act.ts";
import type { MentorRequest } from "../../domain/request.ts";

/** A request while its workflow runs: the state that `domain/` decides upon, and what waits beside it. */
export interface Running {
  state: MentorRequest;
  /** What people did and nobody has decided yet, in the order of the history. */
  readonly inbox: Act[];
  /** Claims that wait for the mentor's record. */
  readonly claims: (Act & { readonly do: "claim" })[];
  /** What was last written, as text, by what it was written to: a card's time stamp, or "record". */
  readonly written: Map<string, string>;
  /** What has been failing for an hour, and with what. */
  readonly trouble: Map<string, string>;
  /** Messages that an earlier attempt may have sent although nobody heard of it. */
  readonly maybeSent: Set<string>;
  /** Set when this run ends: nothing new is begun. */
  leaving: boolean;
}

export function running(state: MentorRequest, undecided: readonly Act[] = []): Running {
  return {
    state,
    inbox: [...undecided],
    claims: [],
    written: new Map(),
    trouble: new Map(),
    maybeSent: new Set(state.outbox.map(({ key }) => key)),
    leaving: false,
  };
}

/** True once anything has changed that the main flow should look at; `or` adds what else it waits for. */
export function whenChanged(request: Running, or: () => boolean): () => boolean {
  const { state, trouble } = request;
  const troubles = trouble.size;
  return () => request.inbox.length > 0 || request.state !== state || trouble.size !== troubles || or();
}
