import { expect } from "vitest";
import type { Act } from "../../../domain/act.ts";
import { carryOutDueSteps } from "../../../domain/carry-out.ts";
import { decide } from "../../../domain/decide.ts";
import { type Delivery, delivered } from "../../../domain/delivered.ts";
import { channelId } from "../../../domain/ids.ts";
import type { Message } from "../../../domain/outbox.ts";
import { holder, type MentorRequest } from "../../../domain/request.ts";
import { verifyClaim } from "../../../domain/verify-claim.ts";
import { arriving, type Event, type How } from "./any-event.ts";
import { MENTORS } from "./cast.ts";
import { deeplyFrozen } from "./deeply-frozen.ts";
import { holdsAfter, holdsAlways } from "./what-must-be-true.ts";

/** A request, the time, and what must not happen a second time. */
export interface Life {
  readonly request: MentorRequest;
  readonly now: number;
  readonly acts: readonly { readonly act: Act; readonly at: number }[];
  /** All that was ever to be said; it grows. */
  readonly keys: Set<string>;
  readonly posted: number;
}

export const born = (request: MentorRequest, now: number): Life =>
  wake({ request: deeplyFrozen(request), now, acts: [], keys: new Set(), posted: 0 });

/** What the workflow does whenever anything has changed. */
function wake(life: Life): Life {
  return next(life, carryOutDueSteps(life.request, life.now));
}

/** The life after one event, with everything checked that must be true of it. */
export function lived(life: Life, event: Event): Life {
  const { request, now, acts } = life;
  switch (event.kind) {
    case "sent": {
      const act = arriving(event, now, acts.length);
      if ("wrong" in act) return life;
      const after = decide(request, act, now, event.check);
      isWrittenDown(request, after, act);
      return wake({ ...next(life, after), acts: [...acts, { act, at: now }] });
    }
    case "again": {
      const earlier = acts.at(-event.back);
      if (!earlier) return life;
      expect(decide(request, earlier.act, now), "a doubled delivery changes nothing").toBe(request);
      return life;
    }
    case "time":
      return wake({ ...life, now: now + event.ms });
    case "delivery": {
      const message = request.outbox[event.which % Math.max(1, request.outbox.length)];
      if (!message) return life;
      const result = resultOf(message, event.how, life.posted);
      return wake({ ...next(life, delivered(request, message, result, now)), posted: life.posted + 1 });
    }
    case "verified": {
      const mentor = holder(request);
      return mentor ? wake(next(life, verifyClaim(request, mentor, event.check, now))) : life;
    }
  }
}

function next(life: Life, after: MentorRequest): Life {
  const before = life.request;
  if (after === before) return life;
  holdsAfter(before, after);
  const fresh = after.outbox.filter(({ key }) => !before.outbox.some((other) => other.key === key));
  const again = fresh.filter(({ key }) => life.keys.has(key));
  expect(again, "nothing is said twice").toEqual([]);
  for (const { key } of fresh) life.keys.add(key);
  return { ...life, request: deeplyFrozen(after) };
}

/** Every deed stands in the timeline with its outcome, or is counted there. */
function isWrittenDown(before: MentorRequest, after: MentorRequest, act: Act): void {
  const grown = counted(after) - counted(before);
  expect(grown, `${act.do} is written down`).toBeGreaterThan(0);
  const fresh = after.timeline.entries.slice(before.timeline.entries.length);
  const counts = Object.keys(after.timeline.beyond).filter(
    (what) => JSON.stringify(after.timeline.beyond) !== JSON.stringify(before.timeline.beyond) && what,
  );
  const isThere = fresh.some(
    ({ by, what, note = "" }) => by === act.by && (what === act.do || (what === "refused" && note.startsWith(act.do))),
  );
  expect(isThere || counts.some((what) => what === act.do || what === "refused"), `${act.do} has its outcome`).toBe(
    true,
  );
}

export function counted({ timeline: { entries, beyond } }: MentorRequest): number {
  return entries.length + Object.values(beyond).reduce((sum, n) => sum + n, 0);
}

export function resultOf(message: Message, how: How, nth: number): Delivery {
  const place = { channel: channelId("C0MENTORS"), ts: `${nth}.000100` };
  if (how === "overtaken") return { overtaken: true };
  if (how === "unreachable" && "to" in message) return { unreachable: message.to, because: "user_disabled" };
  if (message.audience !== "mentors") return { delivered: place };
  if (how === "records unknown") return { delivered: place, mentioned: "unknown" };
  return { delivered: place, mentioned: how === "posted" ? MENTORS.slice(nth % 3, (nth % 3) + 2) : [] };
}

/** Left alone, with nobody doing anything any more: what becomes of it. */
export function leftAlone(life: Life, until: (request: MentorRequest) => boolean): Life {
  let left = life;
  for (let i = 0; i < 200 && !until(left.request); i++) {
    const at = holdsAlways(left.request)?.at;
    expect(at, "a request that is not closed goes on by itself").toBeDefined();
    left = wake({ ...left, now: Math.max(left.now, at ?? 0) });
  }
  expect(until(left.request), "it ends by itself").toBe(true);
  return left;
}
