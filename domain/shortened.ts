/** At most so many characters of it, and no half of an emoji at the end: Slack refuses a message with one. */
export function shortened(text: string, atMost: number): string {
  return text.slice(0, atMost).replace(/[\uD800-\uDBFF]$/, "");
}

/** Temporal takes 2 KB for one search attribute, and with more would not let the workflow begin, or go on. */
const BYTES_AT_MOST = 1800;

/** As many from the beginning as find room in one search attribute. */
export function fitting(values: readonly string[]): string[] {
  let left = BYTES_AT_MOST;
  return values.filter((value) => {
    left -= bytesOf(value) + 3;
    return left >= 0;
  });
}

/** In UTF-8, at most. */
const bytesOf = (text: string): number => text.replace(/[^\p{ASCII}]/gu, "xxxx").length;
