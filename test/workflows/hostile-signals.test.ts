import { expect, inject, test } from "vitest";
import {
  CONFIGURE_SIGNAL,
  FIGURES_AGAIN_SIGNAL,
  POLICY_SIGNAL,
  QUESTION_SIGNAL,
  REFRESH_SIGNAL,
} from "../../workflows/contract.ts";
import { APPROVAL_SIGNAL, WISH_SIGNAL } from "../../workflows/enrolment-contract.ts";
import { historyOf, OTHER_LIVES, type OtherLife } from "./other-lives.ts";

const SIGNALS: Readonly<Record<string, readonly string[]>> = {
  programme: [CONFIGURE_SIGNAL, POLICY_SIGNAL, QUESTION_SIGNAL, REFRESH_SIGNAL, FIGURES_AGAIN_SIGNAL],
  "enrolment accepted, a break, left": [WISH_SIGNAL, APPROVAL_SIGNAL],
};

const STRANGE = [
  null,
  5,
  "x",
  {},
  [],
  { actionId: "a-1" },
  { wish: null, actionId: "a-2" },
  { from: 7, actionId: "a-3" },
];

const lives = OTHER_LIVES.filter(({ name }) => name in SIGNALS);

test("there is a life of each", () => expect(lives.length).toBe(Object.keys(SIGNALS).length));

test.each(lives)("whatever is typed into Temporal's own page, it goes on: $name", async (life) => {
  const disturbed: OtherLife = {
    ...life,
    async play(handle) {
      for (const signal of SIGNALS[life.name] ?? []) {
        await handle.signal(signal);
        for (const payload of STRANGE) await handle.signal(signal, payload);
      }
      await life.play(handle);
    },
  };
  const { events } = await historyOf(disturbed, inject("temporalAddress"), inject("workflowBundle"));
  expect(events?.filter(({ workflowTaskFailedEventAttributes: failed }) => failed)).toEqual([]);
});
