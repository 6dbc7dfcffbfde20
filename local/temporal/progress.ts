/** Takes one line at a time of what is being done, for whoever waits. */
export type Progress = (line: string) => void;

/** How long something has taken so far, as a person would say it: "3 min 5 s". */
export function elapsedSince(start: number): string {
  const seconds = Math.round((performance.now() - start) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
