import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { DAY } from "../../domain/duration.ts";
import type { MentorRequest, Place } from "../../domain/request.ts";
import { fastForward, virtualNow } from "../../local/temporal/time-skipping.ts";
import { RECORDED_QUERY, REQUEST_QUERY } from "../../workflows/contract.ts";
import type { Story } from "../story/story.ts";
import type { Crashes } from "./crashes.ts";

/** After a crash: a killed worker is noticed after ten seconds, and what it was doing is done anew by another. */
const PATIENCE_MS = 120_000;

/**
 * A request that climbs the whole ladder, is claimed, given back, claimed by somebody else, and ends with a session and
 * feedback. People act only when all is said and written, so that each of these lives is the same.
 */
export async function wholeLife(s: Story, crashes: Crashes): Promise<void> {
  const [bob, ada, denis, cora] = [s.person("bob"), s.person("ada"), s.person("denis"), s.person("cora")];

  await bob.asksForHelpWith("SQL");
  await settledAs("waiting");
  await daysPass(11);
  await settledAs("waiting");
  await cora.fillsIn("write-to-mentors", { mentors: [denis.id] });
  await settledAs("waiting");

  await ada.claims();
  await settledAs("claimed");
  await denis.presses("claim");
  await settledAs("claimed");
  await ada.fillsIn("release", { reason: "I am moving house" });
  await settledAs("waiting");

  await denis.claims();
  await settledAs("claimed");
  await daysPass(7.01);
  await settledAs("claimed");
  await denis.presses("held");
  await settledAs("held");
  await bob.fillsIn("rate", { rating: "5", comment: "Very much so" });
  await settledAs("closed");

  /** Returns when nothing is under way, and everything runs. */
  async function settledAs(status: Place): Promise<void> {
    const { client } = s.machine;
    const handle = client.workflow.getHandle(s.requestId());
    const settled = await until(`all to be said and written, with the request ${status}`, async () => {
      const request = await handle.query<MentorRequest>(REQUEST_QUERY);
      if (request.outbox.length > 0 || (await handle.query(RECORDED_QUERY)) === null) return undefined;
      const { raw, status: run } = await handle.describe();
      const isBusy = (raw.pendingActivities?.length ?? 0) > 0 || Boolean(raw.pendingWorkflowTask);
      if (isBusy || (request.standing.status === "closed" && run.name === "RUNNING")) return undefined;
      return request;
    });
    expect(settled.standing.status).toBe(status);
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
    throw new Error(`Waited ${PATIENCE_MS} ms for ${what}, in vain.`, { cause });
  }
}
