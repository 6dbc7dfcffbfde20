import { condition, patched } from "@temporalio/workflow";
import { briefingOf } from "../../domain/briefing.ts";
import { cardOf } from "../../domain/card.ts";
import { type Delivery, delivered, toldToTheCeo } from "../../domain/delivered.ts";
import { askedNow, isHeldUp } from "../../domain/held-up.ts";
import type { Audience, Message, StaffAbout } from "../../domain/outbox.ts";
import { stillTrue } from "../../domain/still-true.ts";
import { digest } from "./digest.ts";
import { type Running, remember } from "./running.ts";
import { type Outside, untilDone } from "./until-done.ts";

/** So many late claimers are answered in one go. */
const ANSWERS_AT_A_TIME = 20;

/** Says what is to be said to one audience, in order. What is no longer true when its turn comes is not sent. */
export async function deliver(request: Running, audience: Audience): Promise<void> {
  for (;;) {
    await condition(() => request.leaving || waiting(request, audience).length > 0);
    const [message] = waiting(request, audience);
    if (request.leaving || !message) return;
    if (message.audience === "claimer") await answerClaimers(request);
    else await send(request, message);
  }
}

type ToOne = Exclude<Message, { audience: "claimer" }>;

async function send(request: Running, message: ToOne): Promise<void> {
  const isMerged = () => !request.state.outbox.some(({ key }) => key === message.key);
  const wanted = () => !request.leaving && !isMerged() && stillTrue(request.state, message);
  const what = `${message.step} to ${message.audience}`;
  const result = wanted()
    ? await untilDone(request, what, wanted, (outside) => say(request, message, outside))
    : "unwanted";
  const delivery = result === "unwanted" ? await leftBehind(request, message) : result;
  if (delivery === "unwanted") return;
  request.state = delivered(request.state, message, delivery, Date.now());
  if ("unreachable" in delivery && message.audience === "coordinator" && patched("the CEO hears for the coordinator"))
    request.state = toldToTheCeo(request.state, message, Date.now());
  const isLate = "delivered" in delivery && isHeldUp(request.state, message, Date.now());
  if (isLate && patched("who is asked late has as long to answer"))
    request.state = askedNow(request.state, message, Date.now());
}

/**
 * What became of a message that is not wanted any more. It may stand there although nobody heard of it: a card has a
 * button that works, and is drawn from then on; in the thread of a message to staff stands later how it ended.
 */
async function leftBehind(request: Running, message: ToOne): Promise<Delivery | "unwanted"> {
  if (request.leaving) return "unwanted";
  if (!request.maybeSent.has(message.key) || !matters(request, message)) return { overtaken: true };
  const wanted = () => !request.leaving;
  return untilDone(request, `${message.step} that may stand there`, wanted, (outside) =>
    say(request, message, outside, { onlyLook: true }),
  );
}

/** Whether it matters that it stands there. */
function matters({ state }: Running, { about, audience }: ToOne): boolean {
  if (about === "post") return true;
  const beginsThread = (audience === "coordinator" || audience === "ceo") && !state.threads[audience];
  return beginsThread && patched("a message to staff may stand there");
}

function say(request: Running, message: ToOne, outside: Outside, how = { onlyLook: false }): Promise<Delivery> {
  const maybeSent = request.maybeSent.has(message.key);
  request.maybeSent.add(message.key);
  const now = Date.now();
  const sending = {
    id: request.state.id,
    key: message.key,
    step: message.step,
    at: message.at,
    maybeSent,
    briefing: briefingOf(request.state, now),
    ...(how.onlyLook && how),
  };
  switch (message.audience) {
    case "mentee":
      return outside.tellMentee({ ...sending, about: message.about, who: message.who, words: message.words });
    case "mentor":
      return outside.tellMentor({ ...sending, about: message.about, to: message.to, words: message.words });
    case "coordinator":
      return outside.tellCoordinator({
        ...sending,
        ...staffMatter(message),
        thread: request.state.threads.coordinator,
      });
    case "ceo":
      return outside.tellCeo({
        ...sending,
        ...staffMatter(message),
        thread: request.state.threads.ceo,
        coordinatorIsTold: isToldToTheCoordinator(request, message.about),
      });
    case "mentors":
      return sayToMentors();
  }

  function sayToMentors(): Promise<Delivery> {
    const { mentionsAtMost, enoughWithAllSkills } = request.state.policy;
    const matching = { now, atMost: mentionsAtMost, enough: enoughWithAllSkills };
    switch (message.about) {
      case "post":
        return post(request, { ...sending, matching }, outside);
      case "mention":
        return outside.mentionMentors({ ...sending, matching });
      default:
        return outside.bumpPost({ ...sending, matching });
    }
  }
}

/** Whether the coordinator hears the same: what goes on below their first message, or what is on its way to both just now. */
function isToldToTheCoordinator({ state: { outbox, threads } }: Running, about: StaffAbout): boolean {
  const isBelow = about !== "unclaimed" && threads.coordinator !== undefined;
  return isBelow || outbox.some((message) => message.audience === "coordinator" && message.about === about);
}

const staffMatter = ({ about, who, words }: Message & { readonly audience: "coordinator" | "ceo" }) => ({
  about,
  who,
  words,
});

/** A new post shows the card as it was sent, and needs no redrawing; one that an earlier attempt left behind may. */
async function post(
  request: Running,
  sending: Omit<Parameters<Outside["postRequest"]>[0], "card">,
  outside: Outside,
): Promise<Delivery> {
  const card = cardOf(request.state);
  const result = await outside.postRequest({ ...sending, card });
  if ("delivered" in result && result.delivered !== "ephemeral" && !sending.maybeSent) {
    const mentioned = result.mentioned === "unknown" ? [] : (result.mentioned ?? []);
    remember(request, [[result.delivered.ts, digest({ ...card, mentioned })]]);
  }
  return result;
}

async function answerClaimers(request: Running): Promise<void> {
  const messages = waiting(request, "claimer")
    .filter((message) => message.audience === "claimer")
    .slice(0, ANSWERS_AT_A_TIME);
  const briefing = briefingOf(request.state, Date.now());
  const what = messages.length === 1 ? "answer to a claimer" : `answers to ${messages.length} claimers`;
  const answered = await untilDone(
    request,
    what,
    () => !request.leaving,
    (outside) => outside.answerClaimers({ messages, briefing }),
  );
  if (answered === "unwanted") return;
  request.state = messages.reduce(
    (state, message) => delivered(state, message, { overtaken: true }, Date.now()),
    request.state,
  );
}

function waiting({ state }: Running, audience: Audience): readonly Message[] {
  return state.outbox.filter((message) => message.audience === audience);
}
