import { SlackError } from "../slack-error.ts";
import type { Body } from "./method.ts";

interface Wanted {
  readonly cursor: string | undefined;
  readonly limit: number;
}

/**
 * One page, and the cursor of the next one ("" after the last).
 * A cursor names the last item of its page, so what is added meanwhile neither repeats nor hides anything.
 * https://docs.slack.dev/apis/web-api/pagination
 * @throws invalid_cursor
 */
export function page<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  { cursor, limit }: Wanted,
): { readonly items: readonly T[]; readonly next: Body } {
  const start = cursor === undefined ? 0 : after(items, idOf, cursor);
  const part = items.slice(start, start + limit);
  const last = part.at(-1);
  const hasMore = start + limit < items.length;
  return {
    items: part,
    next: { response_metadata: { next_cursor: hasMore && last !== undefined ? encode(idOf(last)) : "" } },
  };
}

function after<T>(items: readonly T[], idOf: (item: T) => string, cursor: string): number {
  const decoded = Buffer.from(cursor, "base64").toString("utf8");
  const at = items.findIndex((item) => `after:${idOf(item)}` === decoded);
  if (at < 0) throw new SlackError("invalid_cursor");
  return at + 1;
}

const encode = (id: string): string => Buffer.from(`after:${id}`).toString("base64");
