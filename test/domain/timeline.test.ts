import { expect, test } from "vitest";
import { type Entry, type Timeline, written } from "../../domain/timeline.ts";
import { ADA, START } from "./a-request.ts";

const refused = (n: number): Entry => ({ at: START + n, by: ADA, what: "refused", note: `claim ${n}` });

function after(entries: readonly Entry[]): Timeline {
  const timeline = entries.reduce<Timeline | undefined>(written, undefined);
  if (!timeline) throw new Error("There is nothing to write.");
  return timeline;
}

test("the first fifty refusals stand in the timeline, and of the others only how many there were", () => {
  const { entries, beyond } = after(Array.from({ length: 73 }, (_, n) => refused(n)));
  expect(entries.map(({ note }) => note)).toEqual(Array.from({ length: 50 }, (_, n) => `claim ${n}`));
  expect(beyond).toEqual({ refused: 23 });
});

test("a crowd of refusals does not crowd out what else happens", () => {
  const crowd = Array.from({ length: 500 }, (_, n) => refused(n));
  const { entries, beyond } = after([...crowd, { at: START, by: "muster", what: "told", to: "mentee" }]);
  expect(entries.at(-1)).toMatchObject({ what: "told", to: "mentee" });
  expect(beyond).toEqual({ refused: 450 });
});

test("what was written before stays as it was", () => {
  const first = after([refused(1)]);
  written(first, refused(2));
  expect(first.entries).toEqual([refused(1)]);
});
