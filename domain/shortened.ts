/** At most so many characters of it, and no half of an emoji at the end: Slack refuses a message with one. */
export function shortened(text: string, atMost: number): string {
  return text.slice(0, atMost).replace(/[\uD800-\uDBFF]$/, "");
}
