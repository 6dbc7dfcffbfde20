import { setTimeout as delay } from "node:timers/promises";
import { expect, inject } from "vitest";
import type { Mishap } from "../../local/network-simulator/faults.ts";
import { type OneMachine, startOneMachine } from "../../local/one-machine.ts";
import { ALLOWED_A_SECOND, busiestSecond } from "./busiest-second.ts";
import { ASKERS, deedsOf } from "./deeds.ts";
import { recordsOf } from "./records-of.ts";
import { between, seeded, shuffled } from "./seeded.ts";
import { untilAllIsWritten } from "./until-all-is-written.ts";

export interface Trial {
  readonly seed: number;
  readonly requests: number;
  readonly faults: readonly Mishap[];
  /** Each fault is in force for so long at least, and until it has hit a call. */
  readonly eachForMs: readonly [from: number, to: number];
  /** From when all is done until everything has to be written. */
  readonly writtenWithinMs: number;
}

/**
 * People open requests and act on them while one fault of Airtable after the other is in force. Afterwards every record
 * is right and there once, Airtable was never asked more often than it allows, and the worker has come through.
 */
export async function underFaults({ seed, requests, faults, eachForMs, writtenWithinMs }: Trial): Promise<void> {
  console.log(`${requests} requests under ${faults.length} faults, seed ${seed}`);
  const chance = seeded(seed);
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => void unhandled.push(reason);
  process.on("unhandledRejection", onUnhandled);
  const machine = await startOneMachine({
    progress: () => undefined,
    workflowBundle: { codePath: inject("workflowBundle") },
    more: { people: ASKERS },
  });
  try {
    const began = performance.now();
    const { ids, deeds } = deedsOf(machine, { chance, requests });
    const atATime = Math.ceil(deeds.length / faults.length);
    const done: Promise<unknown>[] = [];
    for (const [nth, does] of shuffled(chance, faults).entries()) {
      const inForce = whileInForce(machine, does, between(chance, ...eachForMs));
      done.push(...deeds.slice(nth * atATime, (nth + 1) * atATime).map((deed) => deed()));
      const hit = await Promise.race([inForce, machine.workerFailed]);
      console.log(`${seconds(began)} ${JSON.stringify(does).slice(0, 80)} has hit ${hit} calls`);
    }
    await Promise.race([Promise.all(done), machine.workerFailed]);
    console.log(`${seconds(began)} everything is done`);
    await Promise.race([untilAllIsWritten(machine, ids, writtenWithinMs), machine.workerFailed]);
    const written = await recordsOf(machine, ids);
    const busiest = busiestSecond(machine.airtable.calls);
    console.log(
      `${seconds(began)} all is written: ${machine.airtable.calls.length} calls, at most ${busiest} in a second`,
    );

    expect(written.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(new Set(written.map(({ request }) => request.standing.status)), "the requests went all ways").toEqual(
      new Set(["waiting", "claimed", "held", "closed"]),
    );
    expect(
      written.some(({ request }) => (request.pairings?.length ?? 0) > 1),
      "one was claimed twice",
    ).toBe(true);
    expect(busiest).toBeLessThanOrEqual(ALLOWED_A_SECOND);
    expect({ slack: machine.slack.problems, airtable: machine.airtable.problems }).toEqual({ slack: [], airtable: [] });
  } finally {
    await machine.stop();
    process.off("unhandledRejection", onUnhandled);
  }
  expect(unhandled).toEqual([]);
}

/** Gives how many calls it has hit. */
async function whileInForce({ airtable }: OneMachine, does: Mishap, ms: number): Promise<number> {
  let hits = 0;
  const takeAway = airtable.faults.add({
    on: () => {
      hits += 1;
      return true;
    },
    does,
  });
  await delay(ms);
  while (hits === 0) await delay(50);
  takeAway();
  return hits;
}

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
