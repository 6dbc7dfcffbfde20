import type { Column } from "../../domain/tables.ts";
import { any, type Formula, is } from "./formula.ts";

/**
 * The row of a request that is not over, by its status. Old rows of a base that exists have statuses of its own, and may
 * be thousands: they would be read again and again.
 */
export const isNotOver = (status: Column): Formula =>
  any(...["new", "waiting", "claimed", "held"].map((one) => is(status, one)));
