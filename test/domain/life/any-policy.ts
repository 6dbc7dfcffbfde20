import fc from "fast-check";
import { inWords } from "../../../domain/duration.ts";
import { DEFAULT_POLICY, type Policy, type Step } from "../../../domain/policy.ts";

const HOUR = 3_600_000;

const hours = (n: number): string => (n === 0 ? "0 minutes" : `${n} hours`);

/** Rows with ascending times, from these deeds, some of them at each stay. */
function rows(deeds: readonly Step["do"][], name: string, dated: boolean): fc.Arbitrary<readonly Step[]> {
  const row = fc.record({
    wait: fc.integer({ min: 0, max: 100 }),
    do: fc.constantFrom(...deeds),
    each: fc.boolean(),
    session: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  });
  return fc.array(row, { maxLength: 5 }).map((all) => {
    let [at, afterIt] = [0, 0];
    return all.map(({ wait, do: deed, each, session }, i): Step => {
      at += wait;
      afterIt += session ?? 0;
      const again = each ? ({ again: "each stay" } as const) : {};
      const afterSession = dated && session !== undefined ? { afterSession: hours(afterIt) } : {};
      return { id: `${name}-${i + 1}`, after: hours(at), do: deed, ...afterSession, ...again };
    });
  });
}

const WHILE_WAITING = [
  "post-to-mentors",
  "send-receipt",
  "acknowledge-mentee",
  "bump",
  "tell-coordinator",
  "tell-ceo",
  "remind",
] as const;

/** How long the rows before it take, in hours. */
const longest = (steps: readonly Step[]): number => steps.length * 100;

/** Policies that may be used, most of them odd. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    waiting: rows(WHILE_WAITING, "w", false),
    claimed: rows(["ask-mentor-how-it-goes", "ask-both-whether-they-met"], "c", true),
    held: rows(["ask-whether-it-helped"], "h", false),
    every: fc.integer({ min: 5, max: 400 }),
    end: fc.integer({ min: 0, max: 400 }),
    mentionsAtMost: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ waiting, claimed, held, every, end, mentionsAtMost }) => ({
    ...DEFAULT_POLICY,
    name: `odd, ${inWords(every * HOUR)}`,
    mentionsAtMost,
    waiting: [
      { id: "post", after: "0 minutes", do: "post-to-mentors", again: "each stay" },
      ...waiting,
      { id: "remind", after: hours(longest(waiting) + end), every: hours(every), do: "remind" },
    ],
    claimed: [
      ...claimed,
      {
        id: "lapse",
        after: hours(longest(claimed) + end),
        afterSession: hours(longest(claimed) + end),
        do: "lapse",
        again: "each stay",
      },
    ],
    held: [...held, { id: "complete", after: hours(longest(held) + end), do: "complete", again: "each stay" }],
  }));
