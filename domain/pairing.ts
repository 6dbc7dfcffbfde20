import type { MemberId, RequestId } from "./ids.ts";
import type { MentorRequest, Standing } from "./request.ts";

/** How it ended, in a word that staff read in the records. */
export type Ending =
  | "given back"
  | "taken away"
  | "lapsed"
  | "did not help"
  | "completed"
  | "withdrawn"
  | "did not come"
  | "closed by the coordinator";

/** One mentor on one request: from when until when, and how it ended. */
export interface Pairing {
  readonly nth: number;
  readonly mentor: MemberId;
  readonly from: number;
  readonly until?: number;
  readonly ended?: Ending;
}

/** So many are kept of one request; beyond, the oldest are only in the records. */
const KEPT = 50;

/** The pairings of a request after it has moved: whoever holds it now began at this moment, whoever held it has ended. */
export function paired(pairings: readonly Pairing[], standing: Standing, now: number): readonly Pairing[] {
  const mentor = "by" in standing ? standing.by : undefined;
  const last = pairings.at(-1);
  const isOpen = last !== undefined && last.until === undefined;
  if (isOpen && last.mentor === mentor) return pairings;
  const over = isOpen ? [...pairings.slice(0, -1), { ...last, until: now, ...endingOf(standing) }] : pairings;
  return mentor ? [...over, { nth: (last?.nth ?? 0) + 1, mentor, from: now }].slice(-KEPT) : over;
}

/** The same, with how the last one ended: only whoever moved the request knows why it waits again. */
export function endedBy(pairings: readonly Pairing[] | undefined, ended: Ending): readonly Pairing[] {
  const last = pairings?.at(-1);
  return pairings && last ? [...pairings.slice(0, -1), { ...last, ended }] : [];
}

function endingOf(standing: Standing): { readonly ended?: Ending } {
  if (standing.status !== "closed") return {};
  switch (standing.outcome.kind) {
    case "completed":
      return { ended: "completed" };
    case "withdrawn":
      return { ended: "withdrawn" };
    case "unanswered":
      return { ended: "did not come" };
    case "closed-by-coordinator":
      return { ended: "closed by the coordinator" };
  }
}

/** A pairing as staff see it in the records. */
export interface PairingRecord extends Omit<Pairing, "nth"> {
  readonly key: string;
  readonly request: RequestId;
  readonly mentee: MemberId;
  readonly rating?: number;
}

export function pairingRecords({ id, mentee, pairings = [], feedback }: MentorRequest): readonly PairingRecord[] {
  return pairings.map(({ nth, ...pairing }) => ({
    key: `${id} ${nth}`,
    request: id,
    mentee,
    ...pairing,
    ...(pairing.ended === "completed" && feedback?.mentor === pairing.mentor && { rating: feedback.rating }),
  }));
}
