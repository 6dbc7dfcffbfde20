import { setTimeout as delay } from "node:timers/promises";
import { isRequestId, type RequestId } from "../../domain/ids.ts";
import { holder, type MentorRequest } from "../../domain/request.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import { CAST, type Person } from "../../local/seed/cast.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { fastForward, virtualNow } from "../../local/temporal/time-skipping.ts";
import { REQUEST_QUERY } from "../../workflows/contract.ts";
import { hear } from "./hear.ts";
import type { Plan } from "./plan.ts";
import type { Ending, Told } from "./told.ts";

const DETAILS = "I wrote my first join and it takes a minute. I would like to understand why. Evenings suit me best.";

/** Plays one request from the form on, through everything that the programme is made of, and tells what is said. */
export async function rehearseRequest(machine: OneMachine, plan: Plan, tell: (told: Told) => void): Promise<Ending> {
  const id = await ask(machine, plan.mentee);
  const { openedAt } = await stateOf(machine, id);
  const now = () => virtualNow(machine.connection, id);
  const hearing = hear(machine.slack, { openedAt, now }, tell);
  await untilAllIsSaid(machine, id);

  if (plan.claim) {
    await passUntil(plan.claim.after);
    await claim(machine, plan.claim.by);
    await untilAllIsSaid(machine, id);
  }
  await passUntil(plan.until);
  await hearing.end();

  const state = await stateOf(machine, id);
  const by = CAST.find((person) => person.id === holder(state))?.name;
  return { outcome: state.standing.status, ...(by && { by }) };

  /** Lets time pass until so long after the opening, with everything that falls due up to that moment and in it. */
  async function passUntil(after: number): Promise<void> {
    const ms = openedAt + after + A_MOMENT_MS - (await now());
    if (ms > 0) await fastForward(machine.connection, id, ms);
    await untilAllIsSaid(machine, id);
  }
}

/** Opens the form, fills it in and sends it. The request is known by its first message. */
async function ask({ slack }: OneMachine, mentee: Person): Promise<RequestId> {
  const person = slack.as(mentee.id);
  await person.command("/mentor");
  const form = await slack.when(() => slack.openViews(mentee.id).at(-1), { for: "the form" });
  const sent = await person.submit(form, { service: "Code review", skills: ["SQL"], details: DETAILS });
  if (!sent.acked) throw new Error(`The form was not taken: ${JSON.stringify(sent.errors ?? "no answer")}.`);
  const first = () => slack.dm(mentee.id).map(({ metadata }) => metadata?.event_payload.request);
  return slack.when(() => first().find(isRequestId), { for: "the receipt", withinMs: 30_000 });
}

/** Presses the button on the latest card. Whoever presses it is always told what came of it. */
async function claim({ slack }: OneMachine, { id, name }: Person): Promise<void> {
  const card = slack
    .messages(LOCAL.mentorsChannel)
    .findLast(({ blocks }) => JSON.stringify(blocks)?.includes('"claim"'));
  if (!card) throw new Error(`There is no button that ${name} could press: the request is not waiting.`);
  const heard = () => slack.dm(id).length + slack.ephemerals({ user: id }).length;
  const before = heard();
  const { acked } = await slack.as(id).press({ channel: card.channel, ts: card.ts }, "claim");
  if (!acked) throw new Error("The press of the button was not acknowledged.");
  await slack.when(() => heard() > before, { for: `an answer to ${name}`, withinMs: 30_000 });
}

/** A timer rings a few milliseconds late. Less than a minute, so that it does not show. */
const A_MOMENT_MS = 10_000;

const LONGEST_TO_SAY_MS = 60_000;

/** Deciding never waits for a message, so what was decided last may still be on its way. */
async function untilAllIsSaid(machine: OneMachine, id: RequestId): Promise<void> {
  const deadline = performance.now() + LONGEST_TO_SAY_MS;
  for (;;) {
    const { outbox } = await stateOf(machine, id);
    if (outbox.length === 0) return;
    if (performance.now() > deadline) throw new Error(`${outbox.length} messages are still in line after a minute.`);
    await delay(20);
  }
}

function stateOf({ client }: OneMachine, id: RequestId): Promise<MentorRequest> {
  return client.workflow.getHandle(id).query<MentorRequest>(REQUEST_QUERY);
}
