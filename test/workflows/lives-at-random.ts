import { WorkflowNotFoundError } from "@temporalio/client";
import fc from "fast-check";
import { expect } from "vitest";
import { ACTS } from "../../domain/act.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { anySent, payloadOf, type Sent } from "../domain/life/any-event.ts";
import { anyPolicy } from "../domain/life/any-policy.ts";
import { EVERYBODY, MENTORS } from "../domain/life/cast.ts";
import { holdsAfter, isSmall } from "../domain/life/what-must-be-true.ts";
import type { OutsideByHand, World } from "./outside-by-hand.ts";
import type { RunningRequests } from "./running-requests.ts";

const HOUR = 3_600_000;

/** Each attempt of what fails is a jump of the clock, of which a workflow has a thousand. */
const LONGEST_OUTAGE_H = 10;

/** What may happen to a request that runs. */
type Happening =
  | { readonly kind: "burst"; readonly sent: readonly Sent[]; readonly twice: boolean }
  | { readonly kind: "time"; readonly hours: number }
  | { readonly kind: "world"; readonly world: Partial<World> };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("burst" as const),
      sent: fc.array(anySent, { minLength: 1, maxLength: 6 }),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("time" as const), hours: fc.integer({ min: 1, max: 120 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("world" as const),
      world: fc.record(
        {
          mentors: fc.constantFrom([], MENTORS.slice(0, 2), MENTORS),
          gone: fc.subarray(EVERYBODY, { maxLength: 2 }),
          check: fc.constantFrom<World["check"]>("unknown", {
            enrolled: true,
            paused: false,
            full: false,
            separated: false,
          }),
          slackIsDown: fc.boolean(),
          airtableIsDown: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    }),
  },
);

const policies = fc.oneof(fc.constant(DEFAULT_POLICY), anyPolicy);

/** Whatever people do to requests that run, and whatever breaks down meanwhile, the same is true of them. */
export async function liveAtRandom(
  requests: RunningRequests,
  runs: { readonly seed: number; readonly numRuns: number },
) {
  await fc.assert(
    fc.asyncProperty(policies, fc.array(happening, { minLength: 3, maxLength: 8 }), async (policy, happenings) => {
      const request = await requests.open({ policy });
      const sum: Sum = { signals: 0, invitations: 0 };
      let last = await request.state();
      for (const what of happenings) {
        if (what.kind === "world") Object.assign(request.outside.world, what.world);
        else if (what.kind === "time") {
          const { slackIsDown, airtableIsDown, check } = request.outside.world;
          await request.passes(
            Math.min(what.hours, slackIsDown || airtableIsDown || check === "unknown" ? LONGEST_OUTAGE_H : what.hours) *
              HOUR,
          );
        } else {
          const now = await request.now();
          for (const { name, payload } of what.sent) {
            const full = payloadOf(payload, now, sum.signals);
            const isTaken = await taken(request.act(name, full));
            if (isTaken && what.twice && isSigned(full)) await taken(request.act(name, full));
            sum.signals += isTaken ? 1 : 0;
            sum.invitations += isTaken && name === "write-to-mentors" ? 1 : 0;
          }
        }

        const state = await request.state();
        if (last.standing.status === "closed") holdsAfter(last, state);
        last = state;
      }
      Object.assign(request.outside.world, { slackIsDown: false, airtableIsDown: false });
      await request.passes(2 * HOUR);

      await request
        .act("close", { by: "U0CORA", as: "coordinator", actionId: "the-end", reason: "over" })
        .catch(() => 0);
      await request.handle.result();
      const state = await request.state();

      nothingIsLost(state, sum);
      oneAtATime(state);
      nothingIsSaidTwice(request.outside);
      isSmall(state);
      expect(state.outbox).toEqual([]);
    }),
    runs,
  );
}

/** How many signals the request has taken, and how many of these were invitations. */
interface Sum {
  signals: number;
  invitations: number;
}

async function taken(signal: Promise<void>): Promise<boolean> {
  try {
    await signal;
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Without an id of the deed, the same twice is two. */
const isSigned = (payload: unknown): boolean => typeof payload === "object" && payload !== null && "as" in payload;

/** Each deed has one line in the timeline, or is counted; but an invitation has one for each mentor who is invited. */
function nothingIsLost({ timeline }: MentorRequest, { signals, invitations }: Sum): void {
  const kinds = ["refused", ...ACTS.filter((act) => act !== "write-to-mentors")];
  const lines = timeline.entries.filter(({ what }) => kinds.includes(what)).length;
  const beyond = Object.entries(timeline.beyond).reduce((sum, [what, n]) => sum + (kinds.includes(what) ? n : 0), 0);
  const invited = timeline.entries.filter(({ what }) => what === "write-to-mentors").length;
  expect(lines + beyond + Math.min(invited, invitations)).toBeGreaterThanOrEqual(signals);
}

/** Between two who had it lies that the first gave it back, or that it was taken from them. */
function oneAtATime({ timeline }: MentorRequest): void {
  let had: string | undefined;
  for (const { what, by, to } of timeline.entries) {
    if (what === "claim" || what === "assign") {
      expect(had, "nobody has it when it is taken").toBeUndefined();
      had = what === "claim" ? by : to;
    }
    if (["release", "take-away", "lapsed", "another-mentor"].includes(what)) had = undefined;
  }
}

function nothingIsSaidTwice({ said }: OutsideByHand): void {
  const keys = said.map(({ key }) => key);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
}
