/** How many requests are in trouble, and with what: "card: slack: channel_not_found" and how often. */
export interface Trouble {
  readonly requests: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** From what each request in trouble says of itself. The reason counts, whichever message or card it holds up. */
export function troubleOf(said: readonly string[]): Trouble {
  const reasons: Record<string, number> = {};
  for (const reason of said.flatMap((text) => [...new Set(text.split("; ").map(withoutPart))])) {
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return { requests: said.length, reasons };
}

const withoutPart = (text: string): string => text.replace(/^[^:]*: /, "");
