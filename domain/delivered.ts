import type { MemberId } from "./ids.ts";
import { type Message, say, sayInThreads, sent } from "./outbox.ts";
import type { MentorRequest, Posted } from "./request.ts";

/** It stands in Slack. */
interface Delivered {
  readonly delivered: Posted | "ephemeral";
  /** Who was mentioned in it; `"unknown"` when the mentors' records could not be read. */
  readonly mentioned?: readonly MemberId[] | "unknown";
}

/** Slack will not take it for this person: the account is deactivated, or refuses direct messages. */
interface Unreachable {
  readonly unreachable: MemberId;
  readonly because: string;
}

/** What came of one message. `overtaken`: when its turn came it was no longer true, or somebody had it already. */
export type Delivery = Delivered | Unreachable | { readonly overtaken: true };

/** Older cards than these stay as they were last drawn. */
const CARDS_KEPT = 20;

/** The request after a message went out, or could not. */
export function delivered(request: MentorRequest, message: Message, result: Delivery, now: number): MentorRequest {
  if (message.audience === "claimer") return sent(request, message.key);
  const isMerged = !request.outbox.some(({ key }) => key === message.key);
  if (isMerged && !("delivered" in result)) return request;
  const to = "to" in message ? message.to : message.audience;
  const entry = { at: now, by: "muster", to, note: message.step } as const;
  if ("overtaken" in result) return sent(request, message.key, { ...entry, what: "overtaken" });
  if ("unreachable" in result) return unreachable(request, message, result, now);
  const told = sent(request, message.key, { ...entry, what: message.about === "post" ? "posted" : "told" });
  switch (message.audience) {
    case "mentors":
      return afterMention(told, message, result, now);
    case "coordinator":
    case "ceo":
      return inThread(told, message, result.delivered, now);
    case "mentee":
    case "mentor":
      return told;
  }
}

function afterMention(
  request: MentorRequest,
  { about, step }: Message & { readonly audience: "mentors" },
  { delivered: posted, mentioned = [] }: Delivered,
  now: number,
): MentorRequest {
  const card = { mentioned: mentioned === "unknown" ? [] : mentioned };
  const carded =
    about === "post" && posted !== "ephemeral"
      ? { ...request, posts: [...request.posts, { ...posted, ...card }].slice(-CARDS_KEPT) }
      : request;
  const following = (what: string) => (about === "post" ? what : `${what}-${step}`);
  if (mentioned === "unknown") {
    return about === "mention"
      ? carded
      : say(carded, { audience: "mentors", about: "mention" }, following("mention"), now);
  }
  const before = about === "post" ? [] : carded.mentionedThisTime;
  const remembered = {
    ...carded,
    mentioned: [...new Set([...carded.mentioned, ...mentioned])],
    mentionedThisTime: [...new Set([...before, ...mentioned])],
  };
  if (remembered.mentionedThisTime.length > 0 || about === "bump") return remembered;
  return say(remembered, { audience: "coordinator", about: "nobody-matches" }, following("nobody-matches"), now);
}

/** The first message begins the thread. Was it of waiting, and is that over by now, then it is followed by how it ended. */
function inThread(
  request: MentorRequest,
  { audience, about }: Message & { readonly audience: "coordinator" | "ceo" },
  posted: Posted | "ephemeral",
  now: number,
): MentorRequest {
  if (posted === "ephemeral" || request.threads[audience]) return request;
  const threaded = { ...request, threads: { ...request.threads, [audience]: posted } };
  const ofWaiting = about === "nobody-matches" || about === "unclaimed" || about === "remind";
  return ofWaiting && request.standing.status !== "waiting" ? sayInThreads(threaded, "solved", now) : threaded;
}

/** What the coordinator cannot be told any more, the next level is. */
export function toldToTheCeo(request: MentorRequest, message: Message, now: number): MentorRequest {
  if (message.audience !== "coordinator") return request;
  const { about, step, who, words } = message;
  const matter = { audience: "ceo", about, ...(who && { who }), ...(words && { words }) } as const;
  return say(request, matter, step, now);
}

/** A person who cannot be reached is a fact: it is written down, and the coordinator is told once. */
function unreachable(
  request: MentorRequest,
  message: Message,
  { unreachable: who, because }: Unreachable,
  now: number,
): MentorRequest {
  const known = request.timeline.entries.some(({ what, to }) => what === "unreachable" && to === who);
  const noted = sent(request, message.key, { at: now, by: "muster", what: "unreachable", to: who, note: because });
  if (known) return noted;
  return say(noted, { audience: "coordinator", about: "unreachable", who }, `unreachable-${who}`, now);
}
