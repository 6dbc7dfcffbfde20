import { ApplicationFailure } from "@temporalio/activity";
import { z } from "zod";
import { Busy } from "./limiter.ts";

/** What the package throws: not an `Error`, and its message may hold an address with somebody's words in it. */
const vendorError = z.object({ error: z.string(), statusCode: z.number().nullish() });

/** Nobody answers faster by being asked often: what only staff can mend is tried again this seldom. */
const NEEDS_STAFF = "10 minutes";

/** The call was not answered in time. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/**
 * What a failed call means for Temporal: always worth another try, sooner or later. Says what was tried, what came back
 * and what to do, and never repeats Airtable's own message, which echoes values.
 */
export function airtableFailure(error: unknown, tried: string, pause: () => number): ApplicationFailure {
  if (error instanceof Busy) return failure(tried, "busy", error.message, error.retryAfterMs);
  if (error instanceof NoAnswer) return failure(tried, "no-answer", "it did not answer in time; tried again soon");
  const { success, data } = vendorError.safeParse(error);
  if (!success)
    return failure(tried, "unexpected", `${error instanceof Error ? error.name : typeof error}; tried again soon`);
  switch (data.statusCode) {
    case 429: {
      const ms = pause();
      const what = `it asked for a pause, or the month's calls are used up; tried again in ${Math.ceil(ms / 1000)} s`;
      return failure(tried, "too-many-calls", what, ms);
    }
    case 401:
      return failure(tried, "token-refused", "the token was refused: set AIRTABLE_TOKEN to a valid one", NEEDS_STAFF);
    case 403:
    case 404:
      return failure(
        tried,
        "not-found",
        "no such base or table, or no right to it: check AIRTABLE_BASE, the table's name, and the token's scopes data.records:read and data.records:write",
        NEEDS_STAFF,
      );
    case 413:
    case 422:
      return failure(
        tried,
        "refused",
        `it refused the values (${kindOf(data.error)}): npm run doctor compares the tables and columns, and says what to do`,
        NEEDS_STAFF,
        kindOf(data.error),
      );
    default:
      return failure(tried, "unavailable", `it answered ${data.statusCode ?? "nothing"}; tried again soon`);
  }
}

/** A table, a column or a value is not what the base has. */
export function isRefused(error: unknown): boolean {
  return error instanceof ApplicationFailure && ["airtable: refused", "airtable: not-found"].includes(error.type ?? "");
}

/** It is linked to a row that there is no more, or is itself none. */
export function isRowGone(error: unknown): boolean {
  return error instanceof ApplicationFailure && error.details?.[0] === "ROW_DOES_NOT_EXIST";
}

/** Airtable's kinds of errors look like INVALID_VALUE_FOR_COLUMN; anything else may be somebody's words. */
function kindOf(error: string): string {
  return /^[A-Z_]{1,60}$/.test(error) ? error : "for a reason that is not repeated here";
}

function failure(
  tried: string,
  kind: string,
  remedy: string,
  nextRetryDelay?: number | "10 minutes",
  detail?: string,
): ApplicationFailure {
  return ApplicationFailure.create({
    type: `airtable: ${kind}`,
    message: `Airtable: ${tried} failed: ${remedy}.`,
    ...(nextRetryDelay !== undefined && { nextRetryDelay }),
    ...(detail !== undefined && { details: [detail] }),
  });
}
