import fc from "fast-check";
import { expect, test } from "vitest";
import { carryOutDueSteps } from "../../domain/carry-out.ts";
import { policyProblems } from "../../domain/check-policy.ts";
import { decide } from "../../domain/decide.ts";
import { delivered } from "../../domain/delivered.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { aRequest, START } from "./a-request.ts";
import { anyEvent, anySent, arriving, type Event } from "./life/any-event.ts";
import { anyPolicy } from "./life/any-policy.ts";
import { born, type Life, leftAlone, lived, resultOf } from "./life/live.ts";
import { canBeShown, isSmall } from "./life/what-must-be-true.ts";

const policies = fc.oneof({ weight: 2, arbitrary: fc.constant(DEFAULT_POLICY) }, { weight: 1, arbitrary: anyPolicy });

const live = (life: Life, events: readonly Event[]): Life => events.reduce(lived, life);

test("whatever people do, in any order, at any time: one mentor at a time, nothing said twice, nothing lost", () => {
  fc.assert(
    fc.property(policies, fc.array(anyEvent, { maxLength: 60 }), (policy, events) => {
      const { request, now } = live(born(aRequest({ policy }), START), events);
      canBeShown(request, now);
    }),
    { numRuns: 2000 },
  );
}, 120_000);

test("left alone, a request that somebody holds comes to its end by itself, and one that waits goes on for ever", () => {
  fc.assert(
    fc.property(policies, fc.array(anyEvent, { maxLength: 30 }), (policy, events) => {
      const life = live(born(aRequest({ policy }), START), events);
      const free = leftAlone(life, ({ standing: { status } }) => status === "waiting" || status === "closed");
      if (free.request.standing.status === "closed") return;
      const rounds = free.request.done.length + 20;
      leftAlone(free, ({ done, standing }) => standing.status === "waiting" && done.length >= Math.min(rounds, 90));
    }),
    { numRuns: 300 },
  );
}, 60_000);

/** The same without looking at each change, for lives of thousands of them. */
function hasten({ request, now, n }: Hasty, event: Event): Hasty {
  switch (event.kind) {
    case "sent": {
      const act = arriving(event, now, n);
      return { request: "wrong" in act ? request : decide(request, act, now, event.check), now, n: n + 1 };
    }
    case "time":
      return { request: carryOutDueSteps(request, now + event.ms), now: now + event.ms, n };
    case "delivery": {
      const message = request.outbox[event.which % Math.max(1, request.outbox.length)];
      const result = message && resultOf(message, event.how, n);
      return { request: result ? delivered(request, message, result, now) : request, now, n: n + 1 };
    }
    default:
      return { request, now, n };
  }
}

interface Hasty {
  readonly request: MentorRequest;
  readonly now: number;
  readonly n: number;
}

test("thousands of acts with long texts leave a state that is small, also while hardly anything can be said", () => {
  const events = fc.infiniteStream(fc.oneof({ weight: 20, arbitrary: anySent }, anyEvent));
  fc.assert(
    fc.property(events, (all) => {
      let life: Hasty = { request: aRequest({ details: "long ".repeat(400) }), now: START, n: 0 };
      for (const event of all.take(4000)) {
        const isEnd = event.kind === "sent" && ["close", "withdraw", "rate"].includes(event.name);
        if (!isEnd) life = hasten(life, event);
      }
      isSmall(life.request);
    }),
    { numRuns: 10 },
  );
}, 60_000);

test("five hundred mentors who press at once, while Slack is down, leave a state that is small", () => {
  const presses = Array.from(
    { length: 500 },
    (_, n) =>
      ({
        kind: "sent",
        name: "claim",
        check: "unknown",
        payload: { as: "mentor", by: `U0MENTOR${n}`, pressedAt: START, actionId: `1772442000.${n}-U0MENTOR${n}` },
      }) as const,
  );
  const { request } = presses.reduce(hasten, { request: aRequest(), now: START, n: 0 });
  expect(request.outbox.filter(({ audience }) => audience === "claimer").length).toBe(499);
  isSmall(request);
});

test("the odd policies of these tests are valid ones", () => {
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      expect(policyProblems(policy)).toEqual([]);
    }),
  );
});
