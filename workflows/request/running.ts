import type { Act } from "../../domain/act.ts";
import type { MentorRequest } from "../../domain/request.ts";

/** A request while its workflow runs: the state that `domain/` decides upon, and what waits beside it. */
export interface Running {
  state: MentorRequest;
  /** What people did and nobody has decided yet, in the order of the history. */
  readonly inbox: Act[];
  /** Claims that wait for the mentor's record. */
  readonly claims: (Act & { readonly do: "claim" })[];
  /** A digest of what was last written, by what it was written to: a card's time stamp, or "record". */
  written: ReadonlyMap<string, string>;
  /** What has been failing for an hour, and with what. */
  readonly trouble: Map<string, string>;
  /** Messages that an earlier attempt may have sent although nobody heard of it. */
  readonly maybeSent: Set<string>;
  /** Set when this run ends: nothing new is begun. */
  leaving: boolean;
}

/** What an earlier run leaves to the next. */
export interface LeftOver {
  readonly undecided: readonly Act[];
  readonly written: readonly (readonly [string, string])[];
}

export function running(
  state: MentorRequest,
  { undecided, written }: LeftOver = { undecided: [], written: [] },
): Running {
  return {
    state,
    inbox: [...undecided],
    claims: [],
    written: new Map(written),
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

/** Remembers what was written, so that it is written again only when it should read otherwise. */
export function remember(request: Running, written: readonly (readonly [string, string])[]): void {
  request.written = new Map([...request.written, ...written]);
}
