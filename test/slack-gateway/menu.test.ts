import { expect, test } from "vitest";
import { isRecordId } from "../../domain/ids.ts";
import { menu } from "../../slack-gateway/views/menu.ts";

const skills = (count: number, name: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => {
    const id = `rec${String(n).padStart(14, "0")}`;
    if (!isRecordId(id)) throw new Error(`${id} is no record's id`);
    return { id, name: name(n) };
  });

test.each([
  ["all begin with the same letter", (n: number) => `Skill ${n}`],
  ["begin with many", (n: number) => `${String.fromCharCode(65 + (n % 26))}kill ${n}`],
])("each of 250 skill sets can be chosen that %s, a hundred in a group at most", (_what, name) => {
  const all = skills(250, name);
  const shown = menu(all);
  if (!("option_groups" in shown)) throw new Error("so many do not fit into one menu");
  const groups = shown.option_groups.map(({ options }) => options);
  expect(Math.max(...groups.map(({ length }) => length))).toBeLessThanOrEqual(100);
  expect(new Set(groups.flat().map(({ value }) => value))).toEqual(new Set(all.map(({ id }) => id)));
});
