import type { ActOf } from "../act.ts";
import type { MemberId } from "../ids.ts";
import { type RefusalReason, say } from "../outbox.ts";
import { holder, type MentorRequest, noted } from "../request.ts";
import { said, timesOf } from "../timeline.ts";

/** A card has room for so many additions. */
const ADDITIONS_AT_MOST = 8;
/** So many questions may wait to be brought to the mentee. */
const QUESTIONS_AT_MOST = 5;

/** The mentee adds something: it appears on the card, and the mentor who holds it is told. */
export function addDetails(
  request: MentorRequest,
  { by, details }: ActOf<"add-details">,
  now: number,
): MentorRequest | RefusalReason {
  const additions = request.asked.additions ?? [];
  if (additions.length >= ADDITIONS_AT_MOST) return "no-more-fits";
  const asked = { ...request.asked, additions: [...additions, details] };
  const added = noted({ ...request, asked }, { at: now, by, what: "add-details" });
  const mentor = holder(request);
  if (!mentor) return added;
  const step = `details-added-${additions.length + 1}`;
  return say(added, { audience: "mentor", about: "details-added", to: mentor, words: details }, step, now);
}

/** A mentor or the coordinator would like to know more: the mentee gets the question. */
export function askMentee(
  request: MentorRequest,
  { do: what, by, question }: ActOf<"ask-details" | "ask-mentee">,
  now: number,
): MentorRequest | RefusalReason {
  if (request.outbox.filter(({ about }) => about === "question").length >= QUESTIONS_AT_MOST) return "no-more-fits";
  const nth = timesOf(request.timeline, what) + 1;
  const asked = noted(request, { at: now, by, what, words: question });
  const who = by === "temporal" ? {} : { who: by };
  return say(asked, { audience: "mentee", about: "question", words: question, ...who }, `${what}-${nth}`, now);
}

/** The coordinator changes what is asked for: whoever matches now and was not mentioned yet is mentioned. */
export function change(
  request: MentorRequest,
  { by, service, skills, why }: ActOf<"change">,
  now: number,
): MentorRequest {
  const asked = { ...request.asked, service, skills };
  const nth = timesOf(request.timeline, "change") + 1;
  const changed = noted({ ...request, asked }, { at: now, by, what: "change", ...said(why) });
  return say(changed, { audience: "mentors", about: "mention" }, `changed-${nth}`, now);
}

/** The mentee hears what their request asks for now. */
export function tellOfChange(request: MentorRequest, { by }: ActOf<"change">, now: number): MentorRequest {
  const who = by === "temporal" ? {} : { who: by };
  const step = `changed-${timesOf(request.timeline, "change")}`;
  return say(request, { audience: "mentee", about: "changed", ...who }, step, now);
}

/** The coordinator writes to mentors of their choice who may hold it: each gets the request, with the button. */
export function writeToMentors(
  request: MentorRequest,
  { by, mentors, why }: ActOf<"write-to-mentors">,
  now: number,
): MentorRequest | RefusalReason {
  const who = [...new Set(mentors)].filter((to) => to !== request.mentee && !request.excluded.includes(to));
  if (who.length === 0) return "choose-others";
  const invited = (state: MentorRequest, to: MemberId): MentorRequest => {
    const noting = noted(state, { at: now, by, what: "write-to-mentors", to, ...said(why) });
    return say(noting, { audience: "mentor", about: "invited", to }, "invited", now);
  };
  return who.reduce(invited, request);
}
