import { beforeAll, describe, expect, test } from "vitest";
import type { Crash, Plan } from "../crash/crashes.ts";
import { type Lived, live } from "../crash/live.ts";

/** So many lives share the calls at which a worker is killed. */
const LIVES = 4;
const SERVER_KILLS = 10;
const PATIENCE = { timeout: 1_200_000 };

let undisturbed: Lived;
let kills = 0;

beforeAll(async () => {
  undisturbed = await live();
}, 300_000);

describe.concurrent("what is left of a whole life is the same as of an undisturbed one", () => {
  const moments = (["worker before", "worker after"] as const).flatMap((crash) =>
    Array.from({ length: LIVES }, (_, nth) => ({
      crash,
      nth,
      title: `${crash} call ${nth + 1} and each fourth from there`,
    })),
  );

  test.each(moments.map(({ title, ...rest }) => [title, rest] as const))(
    "%s",
    PATIENCE,
    async (_title, { crash, nth }) => {
      const plan = planned(crash, (i) => i % LIVES === nth);
      const lived = await live(plan, progress(2 * undisturbed.calls.length + SERVER_KILLS));
      same(lived);
      // Of records and cards that change while a worker is down, the last is written, and the others need not be.
      expect(lived.spared.filter((name) => name.startsWith("chat.postMessage"))).toEqual([]);
      for (const name of lived.spared) console.log(`spared: ${crash} ${name}`);
    },
  );

  test("the server killed and started again ten times", PATIENCE, async () => {
    const step = undisturbed.calls.length / SERVER_KILLS;
    const chosen = Array.from({ length: SERVER_KILLS }, (_, nth) => Math.floor(nth * step));
    const lived = await live(
      planned("server", (i) => chosen.includes(i)),
      progress(2 * undisturbed.calls.length + SERVER_KILLS),
    );
    same(lived);
    expect(lived.spared).toEqual([]);
  });
});

function planned(crash: Crash, chosen: (i: number) => boolean): Plan {
  return new Map(undisturbed.calls.filter((_, i) => chosen(i)).map((name) => [name, crash] as const));
}

const progress = (all: number) => (name: string, crash: Crash) => {
  kills += 1;
  console.log(`kill ${kills} of ${all}: ${crash}, ${name}`);
};

function same({ left, problems }: Lived): void {
  expect(left).toEqual(undisturbed.left);
  expect(problems).toEqual([]);
}
