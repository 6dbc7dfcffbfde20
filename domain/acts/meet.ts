import type { ActName, ActOf } from "../act.ts";
import { type RefusalReason, say } from "../outbox.ts";
import { begunAnew, holder, type MentorRequest, moved, noted } from "../request.ts";
import { isTooFar } from "./too-far.ts";

/** They agreed on a date: nobody asks until the day after it. */
export function agreed(
  request: MentorRequest,
  { by, on }: ActOf<"agreed">,
  now: number,
): MentorRequest | RefusalReason {
  if (isTooFar(on, now)) return "choose-another-moment";
  const anew = begunAnew(request, "claimed", now);
  const dated = { ...anew, stay: { ...anew.stay, agreedOn: on } };
  const entry = { at: now, by, what: "agreed", note: new Date(on).toISOString().slice(0, 16) } as const;
  return say(noted(dated, entry), { audience: "mentee", about: "agreed" }, "agreed", now);
}

/** Either of them says that the session took place. Once is enough. */
export function tookPlace(request: MentorRequest, { do: what, by }: ActOf<"held" | "met">, now: number): MentorRequest {
  const mentor = holder(request);
  if (!mentor) return request;
  const entry = { at: now, by, what } as const;
  if (request.standing.status === "held") return noted(request, entry);
  const contradicts = what === "met" && request.stay.table === "missed";
  const held = noted(moved(request, { status: "held", by: mentor }, now), entry);
  return contradicts ? contradiction(held, now) : held;
}

/** Not yet: the clock of silence begins anew. After the mentor said that it took place, the two contradict each other. */
export function notYet(request: MentorRequest, { by }: ActOf<"not-yet">, now: number): MentorRequest {
  const answered = noted(request, { at: now, by, what: "not-yet" });
  return request.standing.status === "held" ? contradiction(answered, now) : begunAnew(answered, "claimed", now);
}

/**
 * The mentor says that the mentee did not come: the mentee is asked whether they still want it. After the mentee said that
 * the session took place, the two contradict each other.
 */
export function didNotCome(request: MentorRequest, { by }: ActOf<"did-not-come">, now: number): MentorRequest {
  if (request.standing.status === "held")
    return contradiction(noted(request, { at: now, by, what: "did-not-come" }), now);
  const asked = noted(begunAnew(request, "missed", now), { at: now, by, what: "did-not-come" });
  return say(asked, { audience: "mentee", about: "still-wanted" }, "still-wanted", now);
}

/** The mentee still wants it: back to the mentor. */
export function stillWanted(request: MentorRequest, { by }: ActOf<"still-wanted">, now: number): MentorRequest {
  const mentor = holder(request);
  const anew = noted(begunAnew(request, "claimed", now), { at: now, by, what: "still-wanted" });
  return mentor ? say(anew, { audience: "mentor", about: "still-wanted", to: mentor }, "still-wanted", now) : anew;
}

/**
 * The mentee says that the mentor never wrote: the mentor is asked, and has two days. When the mentor has said that the
 * mentee did not come, the two contradict each other as well.
 */
export function mentorNeverWrote(
  request: MentorRequest,
  { by }: ActOf<"mentor-never-wrote">,
  now: number,
): MentorRequest {
  const mentor = holder(request);
  const said = noted(request, { at: now, by, what: "mentor-never-wrote" });
  if (!mentor || request.standing.status === "held") return contradiction(said, now);
  if (request.stay.table === "silent") return said;
  const doubted = request.stay.table === "missed" ? contradiction(said, now) : said;
  const { agreedOn } = request.stay;
  const anew = begunAnew(doubted, "silent", now);
  const asked = agreedOn === undefined ? anew : { ...anew, stay: { ...anew.stay, dateSetAside: agreedOn } };
  return say(asked, { audience: "mentor", about: "have-you-written", to: mentor }, "have-you-written", now);
}

/** The mentor says that they did write. The mentee has said otherwise, if they were asked for that. */
export function wrote(request: MentorRequest, { by }: ActOf<"wrote">, now: number): MentorRequest {
  const answered = noted(request, { at: now, by, what: "wrote" });
  const anew = begunAnew(answered, "claimed", now);
  return request.stay.table === "silent" ? contradiction(anew, now) : anew;
}

/** Whether the mentor has said that they met, or waited in vain, of whom the mentee said that they never wrote. */
export function contradictsSilence(before: MentorRequest, after: MentorRequest, act: ActName): boolean {
  const isSaid = act === "did-not-come" || act === "held";
  return before.stay.table === "silent" && isSaid && after.stay.nth !== before.stay.nth;
}

/** The two say different things: the coordinator hears of it, and nothing is taken from anybody. */
export function contradiction(request: MentorRequest, now: number): MentorRequest {
  const written = noted(request, { at: now, by: "muster", what: "contradiction" });
  return say(written, { audience: "coordinator", about: "contradiction" }, "contradiction", now);
}
