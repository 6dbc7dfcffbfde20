/** The middle of these times, and what 95 of 100 stay below, in milliseconds. */
export function spread(times: readonly number[]): { readonly median: number; readonly most: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { median: at(0.5), most: at(0.95) };
}

export const ms = (time: number): string => `${time.toFixed(1)} ms`;
