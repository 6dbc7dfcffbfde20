import { z } from "zod";
import { type ApiError, invalidRecords, invalidRequest, missingFields } from "../api-error.ts";
import type { Call } from "../call.ts";
import type { Values } from "./write-cells.ts";

/** https://airtable.com/developers/web/api/create-records: "up to 10 record objects". */
const MOST = 10;

export interface RecordInput {
  readonly id?: string;
  readonly fields: Values;
}

export interface WriteOptions {
  readonly typecast: boolean;
  readonly returnFieldsByFieldId: boolean;
}

const Fields = z.record(z.string(), z.unknown());
const Options = z.looseObject({
  typecast: z.boolean().default(false),
  returnFieldsByFieldId: z.boolean().default(false),
});

export function writeOptions(call: Call): WriteOptions {
  const parsed = Options.safeParse(call.body ?? {});
  if (!parsed.success) throw refuse(call, "options that are not true or false", invalidRequest());
  return parsed.data;
}

/** The one record of a call that names its record in the address. */
export function singleInput(call: Call): Values {
  const parsed = z.looseObject({ fields: Fields }).safeParse(call.body);
  if (!parsed.success) throw refuse(call, 'no "fields"', missingFields());
  return parsed.data.fields;
}

/** The records of a batch, at most ten; undefined when the body holds none. */
export function batchInput(call: Call): readonly RecordInput[] | undefined {
  const body = z.looseObject({ records: z.unknown() }).safeParse(call.body);
  if (!body.success || body.data.records === undefined) return undefined;
  const parsed = z
    .array(z.looseObject({ id: z.string().exactOptional(), fields: Fields }))
    .safeParse(body.data.records);
  if (!parsed.success) throw refuse(call, "records of another shape", invalidRecords());
  if (!parsed.data.length || parsed.data.length > MOST)
    throw refuse(call, `${parsed.data.length} records`, invalidRecords());
  return parsed.data;
}

/** The ids of a batch to delete: `records[]=rec…&records[]=rec…`. */
export function idsInput(call: Call): readonly string[] {
  const parsed = z.array(z.string()).min(1).max(MOST).safeParse(call.query.records);
  if (!parsed.success) throw refuse(call, "not 1 to 10 record ids", invalidRecords());
  return parsed.data;
}

export function refuse(call: Call, what: string, error: ApiError): ApiError {
  call.world.problem(`${call.method} ${call.params.table} with ${what}`);
  return error;
}
