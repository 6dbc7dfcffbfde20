/** A short text that stands for this value: equal values have equal ones, and others have others, but for one in 2^64. */
export function digest(value: unknown): string {
  const text = JSON.stringify(value);
  return [0x811c9dc5, 0x01000193].map((seed) => hashed(text, seed).toString(36)).join("-");
}

/** FNV-1a, 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashed(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
