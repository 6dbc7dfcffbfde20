import { z } from "zod";
import { invalidRequest } from "../api-error.ts";
import type { Call } from "../call.ts";

const flag = z.union([
  z.boolean(),
  z.enum(["true", "1"]).transform(() => true),
  z.enum(["false", "0"]).transform(() => false),
]);

/** See https://airtable.com/developers/web/api/list-records. In an address, everything comes as text. */
const ListOptions = z.object({
  fields: z.array(z.string()).optional(),
  filterByFormula: z.string().optional(),
  maxRecords: z.coerce.number().int().min(1).optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(100),
  sort: z.array(z.object({ field: z.string(), direction: z.enum(["asc", "desc"]).default("asc") })).default([]),
  view: z.string().optional(),
  offset: z.string().optional(),
  cellFormat: z.enum(["json", "string"]).default("json"),
  timeZone: z.string().optional(),
  userLocale: z.string().optional(),
  returnFieldsByFieldId: flag.default(false),
  recordMetadata: z.array(z.enum(["commentCount"])).default([]),
});

export type ListOptions = Readonly<z.infer<typeof ListOptions>>;

/**
 * Throws the 422 for what is malformed, and for `cellFormat=string` without `timeZone` and `userLocale`, which always come
 * in the address. What is unknown is ignored.
 */
export function listOptions(call: Call, given: unknown): ListOptions {
  const unknown = Object.keys(Object(given)).filter((key) => !(key in ListOptions.shape));
  if (unknown.length) call.world.problem(`List with unknown ${unknown.join(", ")}`);

  const parsed = ListOptions.safeParse(given);
  if (!parsed.success) {
    call.world.problem(`List with ${z.prettifyError(parsed.error)}`);
    throw invalidRequest();
  }
  if (parsed.data.cellFormat === "string" && !(call.query.timeZone && call.query.userLocale)) {
    call.world.problem("List with cellFormat=string but without timeZone and userLocale");
    throw invalidRequest();
  }
  return parsed.data;
}
