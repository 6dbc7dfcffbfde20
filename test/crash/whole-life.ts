import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { DAY } from "../../domain/duration.ts";
import type { MentorRequest } from "../../domain/request.ts";
import type { What } from "../../domain/timeline.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import type { Delivery } from "../../local/slack-simulator/delivery/delivery.ts";
import { fastForward, virtualNow } from "../../local/temporal/time-skipping.ts";
import { RECORDED_QUERY, REQUEST_QUERY, type Recorded } from "../../workflows/contract.ts";
import type { Actor } from "../story/actor.ts";
import type { Story } from "../story/story.ts";
import type { Crashes } from "./crashes.ts";

/** After a crash: a killed worker is noticed after ten seconds, and what it was doing is done anew by another. */
const PATIENCE_MS = 120_000;

/** What somebody reads whose press may have come to nothing. */
export const NOT_THROUGH: readonly string[] = [ANSWERS.claimNotConfirmed, ANSWERS.notConfirmed];

/**
 * A request that climbs the whole ladder, is claimed, given back, claimed by somebody else, and ends with a session and
 * feedback. People act only when all is said and written, so that each of these lives is the same.
 */
export async function wholeLife(s: Story, crashes: Crashes): Promise<void> {
  const [bob, ada, denis, cora] = [s.person("bob"), s.person("ada"), s.person("denis"), s.person("cora")];

  await bob.asksForHelpWith("SQL");
  await settled();
  await daysPass(11);
  const isWritten = ({ timeline }: MentorRequest, what: What) => timeline.entries.some((entry) => entry.what === what);
  const isClaimedBy = ({ standing }: MentorRequest, { id }: Actor) =>
    standing.status === "claimed" && standing.by === id;
  await does(
    cora,
    () => cora.fillsIn("write-to-mentors", { mentors: [denis.id] }),
    (request) => isWritten(request, "write-to-mentors"),
  );

  await does(
    ada,
    () => ada.claims(),
    (request) => isClaimedBy(request, ada),
  );
  await does(
    denis,
    () => denis.presses("claim"),
    (request) => isWritten(request, "refused"),
  );
  await does(
    ada,
    () => ada.fillsIn("release", { reason: "I am moving house" }),
    ({ standing }) => standing.status === "waiting",
  );

  await does(
    denis,
    () => denis.claims(),
    (request) => isClaimedBy(request, denis),
  );
  await daysPass(7.01);
  await does(
    denis,
    () => denis.presses("held"),
    ({ standing }) => standing.status === "held",
  );
  await does(
    bob,
    () => bob.fillsIn("rate", { rating: "5", comment: "Very much so" }),
    ({ standing }) => standing.status === "closed",
  );

  /** Does it again when told that it may not have got through, as may be on a slow machine. */
  async function does(
    who: Actor,
    deed: () => Promise<Delivery>,
    isDone: (request: MentorRequest) => boolean,
  ): Promise<void> {
    await settled();
    const before = s.machine.slack.ephemerals({ user: who.id }).length;
    const { errors } = await deed();
    const request = await settled();
    if (isDone(request)) return;
    const answers = s.machine.slack.ephemerals({ user: who.id }).slice(before);
    const { standing, timeline } = request;
    expect({ errors, answers, standing, latest: timeline.entries.slice(-5) }).toSatisfy(
      () => errors !== undefined || answers.some(({ text }) => NOT_THROUGH.includes(text)),
      "whoever is not heard is told so",
    );
    await does(who, deed, isDone);
  }

  /** Returns the request when nothing is under way, and everything runs. */
  async function settled(): Promise<MentorRequest> {
    const handle = s.machine.client.workflow.getHandle(s.requestId());
    return until("all to be said and written", async () => {
      const idle = await idleAt();
      const request = await handle.query<MentorRequest>(REQUEST_QUERY);
      const isToldAndWritten = request.outbox.length === 0 && (await handle.query<Recorded>(RECORDED_QUERY)).settled;
      // A question that spans a crash is answered long after the one before it.
      return isToldAndWritten && idle !== undefined && idle === (await idleAt()) ? request : undefined;
    });
  }

  /** How many events there are, when none is about to follow but from outside or by a timer. */
  async function idleAt(): Promise<number | undefined> {
    const { raw, historyLength } = await s.machine.client.workflow.getHandle(s.requestId()).describe();
    const isBusy = (raw.pendingActivities?.length ?? 0) > 0 || Boolean(raw.pendingWorkflowTask);
    return isBusy ? undefined : historyLength;
  }

  async function daysPass(days: number): Promise<void> {
    const { connection } = s.machine;
    const now = () => virtualNow(connection, s.requestId());
    const target = (await now()) + days * DAY;
    await until(`${days} days to pass`, async () => {
      const missing = target - (await now());
      if (missing > 0) await fastForward(connection, s.requestId(), missing);
      return true;
    });
  }

  /** Asks again, also when there was no answer because something has just been killed. */
  async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const began = performance.now();
    let cause: unknown;
    while (performance.now() < Math.max(began, crashes.latest) + PATIENCE_MS) {
      try {
        await crashes.over();
        const found = await look();
        if (found !== undefined) return found;
      } catch (error) {
        cause = error;
      }
      await delay(100);
    }
    throw new Error(`Waited ${PATIENCE_MS} ms for ${what}, in vain. ${await failedTasks()}`, { cause });
  }

  /** Why the workflow stands still, if it does. */
  async function failedTasks(): Promise<string> {
    const { events } = await s.machine.client.workflow.getHandle(s.requestId()).fetchHistory();
    const failures = (events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) => failed?.failure ?? []);
    return `Failed workflow tasks: ${failures.map(({ message }) => message).join("; ") || "none"}.`;
  }
}
