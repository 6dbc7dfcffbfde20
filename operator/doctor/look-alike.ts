/** The same to whoever reads in a hurry: upper case, blanks and punctuation do not count. */
export function lookAlike(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/**
 * The one whose name has most to do with this one: the same to a hurried eye, or half of its words. Ids and what else
 * there is of the same thing are never alike: "Slack Name" is no "Slack ID".
 */
export function mostAlike<Named extends { readonly name: string }>(
  name: string,
  others: readonly Named[],
): Named | undefined {
  const same = others.find((other) => lookAlike(other.name, name));
  if (same) return same;
  const wanted = words(name);
  const holdsIds = (some: readonly string[]) => some.includes("id");
  const scored = others.map((other) => {
    const theirs = words(other.name);
    if (holdsIds(wanted) !== holdsIds(theirs)) return { other, score: 0 };
    const shared = wanted.filter((word) => theirs.includes(word)).length;
    return { other, score: shared / Math.max(wanted.length, theirs.length) };
  });
  return scored.filter(({ score }) => score >= 0.5).sort((a, b) => b.score - a.score)[0]?.other;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const words = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/s$/, ""))
    .filter(Boolean);
