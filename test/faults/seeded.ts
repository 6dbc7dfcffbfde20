/** Numbers from 0 up to 1 that are the same ones for the same seed (mulberry32). */
export type Chance = () => number;

export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Throws when there is nothing to choose from. */
export function oneOf<T>(chance: Chance, all: readonly T[]): T {
  const [chosen] = all.slice(Math.floor(chance() * all.length));
  if (chosen === undefined) throw new Error("There is nothing to choose from.");
  return chosen;
}

export const between = (chance: Chance, from: number, to: number): number => from + chance() * (to - from);

/** The same, in another order. */
export function shuffled<T>(chance: Chance, all: readonly T[]): readonly T[] {
  return all
    .map((one) => [chance(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
