import { z } from "zod";

/** What stands at the right of the conversation. */
export const BESIDE = ["request", "airtable"] as const;

/** Where somebody is on the page: all of it stands in the address, so that back, forward and reload do what they say. */
export interface Place {
  readonly user: string;
  /** A channel's id, "home" for the app's Home tab, "app" for the direct message with it. */
  readonly where: string;
  /** The parent of the thread that is open. */
  readonly thread?: string | undefined;
  readonly beside?: (typeof BESIDE)[number] | undefined;
  /** The request on show; the newest when absent. */
  readonly request?: string | undefined;
  /** The Airtable table on show. */
  readonly table?: string | undefined;
}

const asked = z.object({
  thread: z.string().optional().catch(undefined),
  beside: z.enum(BESIDE).optional().catch(undefined),
  request: z.string().optional().catch(undefined),
  table: z.string().optional().catch(undefined),
});

export function placeOf(params: { readonly user: string; readonly where: string }, query: unknown): Place {
  return { user: params.user, where: params.where, ...asked.parse(query ?? {}) };
}

/** The address of a place. Going to another channel leaves the thread, and keeps what stands beside it. */
export function hrefOf(place: Place, change: Partial<Place> = {}): string {
  const { user, where, thread, beside, request, table } = { ...place, thread: undefined, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ thread, beside, request, table })) if (value) query.set(name, value);
  const search = query.size > 0 ? `?${query}` : "";
  return `/as/${encodeURIComponent(user)}/${encodeURIComponent(where)}${search}`;
}
