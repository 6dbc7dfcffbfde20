import fc from "fast-check";
import { expect, test } from "vitest";
import { carryOutDueSteps } from "../../domain/carry-out.ts";
import { DAY, HOUR, MINUTE } from "../../domain/duration.ts";
import { type Audience, sent } from "../../domain/outbox.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import { type MentorRequest, moved } from "../../domain/request.ts";
import { dueSteps, HEARS, nextStep } from "../../domain/steps.ts";
import { ADA, aRequest, START } from "./a-request.ts";

/** The ladder of the organisation's process document, and when each of its steps is due, in hours of waiting. */
const LADDER = {
  ...DEFAULT_POLICY,
  waiting: [
    { id: "post", after: "0 minutes", do: "post-to-mentors", again: "each stay" },
    { id: "receipt", after: "0 minutes", do: "send-receipt" },
    { id: "acknowledge", after: "2 days", do: "acknowledge-mentee" },
    { id: "bump-1", after: "3 days", do: "bump" },
    { id: "bump-2", after: "5 days", do: "bump" },
    { id: "coordinator", after: "7 days", do: "tell-coordinator" },
    { id: "ceo", after: "10 days 12 hours", do: "tell-ceo" },
    { id: "remind", after: "17 days 12 hours", every: "7 days", do: "remind" },
  ],
} as const;

const DUE_HOURS = [0, 0, 48, 72, 120, 168, 252, 420, 588, 756, 924, 1092];
const IDS = ["post", "receipt", "acknowledge", "bump-1", "bump-2", "coordinator", "ceo"].concat([
  "remind",
  "remind-2",
  "remind-3",
  "remind-4",
  "remind-5",
]);

test("the policy that an organisation starts with is the ladder of its process document", () => {
  expect(DEFAULT_POLICY.waiting).toEqual(LADDER.waiting);
});

test.each([
  [
    "claimed",
    ["how-it-goes 3 days", "met 7 days, or 1 day after the session", "lapse 14 days, or 14 days after the session"],
  ],
  ["missed", ["unanswered 7 days"]],
  ["silent", ["never-wrote 2 days"]],
  ["held", ["helped 0 minutes", "helped-again 3 days", "complete 7 days"]],
] as const)("so are its waits while a request is %s", (table, waits) => {
  const said = DEFAULT_POLICY[table].map(({ id, after, afterSession }) =>
    [`${id} ${after}`, ...(afterSession ? [`or ${afterSession} after the session`] : [])].join(", "),
  );
  expect(said).toEqual(waits);
});

interface Woken {
  readonly request: MentorRequest;
  readonly carriedOut: readonly string[];
  readonly merged: readonly string[];
}

function wake(request: MentorRequest, at: number): Woken {
  const { carryOut, merged } = dueSteps(request, at);
  return {
    request: carryOutDueSteps(request, at),
    carriedOut: carryOut.map(({ occurrence, audiences }) => `${occurrence.id} to ${audiences.join(" and ")}`),
    merged: merged.map(({ id }) => id),
  };
}

/** The request when everything that waits to be said was said. */
function allSaid(request: MentorRequest): MentorRequest {
  const { outbox } = request;
  return outbox.reduce(
    (state, { key, step, at }) => sent(state, key, { at, by: "muster", what: "told", note: step }),
    request,
  );
}

const told = ({ timeline }: MentorRequest) => timeline.entries.filter(({ what }) => what === "told");

/** A request that has been awake, step by step, until this moment. */
function awakeUntil(at: number, request = aRequest({ policy: LADDER })): MentorRequest {
  const next = nextStep(request);
  if (!next || next.at > at) return request;
  return awakeUntil(at, allSaid(carryOutDueSteps(request, next.at)));
}

test("awake all the time, each step is carried out at its own moment and none is merged", () => {
  const request = awakeUntil(START + 1092 * HOUR);
  expect(request.timeline.entries.filter(({ what }) => what === "merged")).toEqual([]);
  expect([...new Set(told(request).map(({ note, at }) => `${note} ${(at - START) / HOUR}`))]).toEqual(
    IDS.map((id, n) => `${id} ${DUE_HOURS[n]}`),
  );
});

test.each<[string, number, number, readonly string[], readonly string[]]>([
  ["an hour in which nothing was due", 2 * DAY + HOUR, HOUR, [], []],
  ["an hour around the acknowledgement", 2 * DAY - MINUTE, HOUR, ["acknowledge to mentee"], []],
  [
    "three days from the very first moment",
    -1,
    3 * DAY + HOUR,
    ["post to mentors", "acknowledge to mentee"],
    ["receipt", "bump-1"],
  ],
  ["three days with both bumps in them", 2 * DAY + HOUR, 3 * DAY, ["bump-2 to mentors"], ["bump-1"]],
  ["three days with the CEO in them", 8 * DAY, 3 * DAY, ["ceo to ceo"], []],
  [
    "nine days from the first",
    HOUR,
    9 * DAY,
    ["acknowledge to mentee", "bump-2 to mentors", "coordinator to coordinator"],
    ["bump-1"],
  ],
  ["nine days at the top", 10 * DAY, 9 * DAY, ["remind to coordinator and ceo"], ["ceo"]],
  [
    "thirty days from the second",
    DAY,
    30 * DAY,
    ["acknowledge to mentee", "bump-2 to mentors", "remind-2 to coordinator and ceo"],
    ["bump-1", "coordinator", "ceo", "remind"],
  ],
  [
    "thirty days long after",
    40 * DAY,
    30 * DAY,
    ["remind-8 to coordinator and ceo"],
    ["remind-5", "remind-6", "remind-7"],
  ],
])("after an outage of %s everybody hears the last that concerns them", (_what, from, long, carriedOut, merged) => {
  const woken = wake(awakeUntil(START + from), START + from + long);
  expect(woken.carriedOut).toEqual(carriedOut);
  expect(woken.merged).toEqual(merged);
});

/** Outages of an hour, 3, 9 and 30 days, from any moment of the first seven weeks. */
const outage = fc.record({
  from: fc.integer({ min: -1, max: 49 * 24 * 60 }).map((minutes) => START + minutes * MINUTE),
  long: fc.constantFrom(HOUR, 3 * DAY, 9 * DAY, 30 * DAY),
});

test("after any outage nobody hears two things at once, and every step that fell due is decided once", () => {
  fc.assert(
    fc.property(outage, ({ from, long }) => {
      const before = awakeUntil(from);
      const { request, merged, carriedOut } = wake(before, from + long);
      const heard = request.outbox.map(({ audience }) => audience);
      expect(new Set(heard).size).toBe(heard.length);
      const due = IDS.filter((_, n) => START + (DUE_HOURS[n] ?? 0) * HOUR <= from + long).length;
      expect(before.done.length + merged.length + carriedOut.length).toBeGreaterThanOrEqual(due);
      expect(new Set(request.done.map(({ step, nth }) => `${step} ${nth}`)).size).toBe(request.done.length);
      expect(wake(request, from + long)).toMatchObject({ request, carriedOut: [], merged: [] });
    }),
  );
});

test("after any outage nobody who should have heard something hears nothing", () => {
  fc.assert(
    fc.property(outage, ({ from, long }) => {
      const before = awakeUntil(from);
      const { carryOut, merged } = dueSteps(before, from + long);
      const fell = [...carryOut.map(({ occurrence }) => occurrence), ...merged];
      const concerned = new Set<Audience>(fell.flatMap(({ row }) => HEARS[row.do]));
      expect(new Set(carryOut.flatMap(({ audiences }) => audiences))).toEqual(concerned);
    }),
  );
});

test("a merged step stands in the timeline by its name, and is never carried out later", () => {
  const { request } = wake(awakeUntil(START + DAY), START + 31 * DAY);
  const merged = request.timeline.entries.filter(({ what }) => what === "merged").map(({ note }) => note);
  expect(merged).toEqual(["bump-1", "coordinator", "ceo", "remind"]);
  const later = told(awakeUntil(START + 60 * DAY, request)).slice(told(request).length);
  expect(later.filter(({ note }) => merged.includes(note))).toEqual([]);
});

test("a post is never merged away: it says all that a bump would say", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 }), (hours) => {
      const { carriedOut, merged } = wake(aRequest({ policy: LADDER }), START + hours * HOUR);
      expect(carriedOut).toContain("post to mentors");
      expect(merged).not.toContain("post");
    }),
  );
});

/** Claimed for so long, and then given back. */
function claimedFor(request: MentorRequest, from: number, long: number): MentorRequest {
  const claimed = moved(request, { status: "claimed", by: ADA, verified: true }, from);
  return moved(claimed, { status: "waiting" }, from + long);
}

test("a request that is given back is posted at once, and goes on with its ladder where it was", () => {
  const back = claimedFor(awakeUntil(START + 4 * DAY), START + 4 * DAY, 20 * DAY);
  const { request, carriedOut, merged } = wake(back, START + 24 * DAY);
  expect([carriedOut, merged]).toEqual([["post to mentors"], []]);
  expect(nextStep(request)).toMatchObject({ id: "bump-2", at: START + 25 * DAY });
});

test("a request that is claimed and given back again and again still reaches everybody on the ladder, once", () => {
  let request = awakeUntil(START);
  let now = START;
  for (let round = 0; round < 15; round++) {
    now += 20 * HOUR;
    request = claimedFor(awakeUntil(now, request), now, 5 * DAY);
    now += 5 * DAY;
    request = awakeUntil(now, allSaid(carryOutDueSteps(request, now)));
  }
  const steps = told(request).map(({ note }) => note);
  const once = ["receipt", "acknowledge", "bump-1", "bump-2", "coordinator", "ceo"];
  expect(once.map((id) => steps.filter((step) => step === id).length)).toEqual(once.map(() => 1));
  expect(steps.filter((step) => step === "post").length).toBe(16);
});

test("the next step is due at the moment that is announced, and not a moment before", () => {
  const stays = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 })), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(stays, (lengths) => {
      let request = awakeUntil(START);
      let now = START;
      for (const [waiting, claimed] of lengths) {
        now += waiting * HOUR;
        request = claimedFor(awakeUntil(now, request), now, claimed * HOUR);
        now += claimed * HOUR;
        request = carryOutDueSteps(request, now);
      }
      const at = nextStep(request)?.at ?? 0;
      expect(at).toBeGreaterThan(now);
      expect(dueSteps(request, at - 1).carryOut).toEqual([]);
      expect(dueSteps(request, at).carryOut).not.toEqual([]);
    }),
  );
});

test("a request that is snoozed counts no time until it wakes", () => {
  const base = awakeUntil(START);
  const snoozed = { ...base, stay: { ...base.stay, since: START + 4 * DAY } };
  expect(nextStep(snoozed)).toMatchObject({ id: "acknowledge", at: START + 6 * DAY });
  expect(wake(snoozed, START + 3 * DAY).carriedOut).toEqual([]);
});

test("nothing falls due any more once a request is closed", () => {
  const outcome = { kind: "withdrawn" } as const;
  const closed = moved(awakeUntil(START), { status: "closed", outcome }, START + DAY);
  expect(nextStep(closed)).toBeUndefined();
  expect(wake(closed, START + 90 * DAY)).toMatchObject({ carriedOut: [], merged: [] });
});
