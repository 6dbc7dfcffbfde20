import { z } from "zod";
import type { Meta } from "./airtable.ts";

const field = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  options: z
    .object({ linkedTableId: z.string().optional(), choices: z.array(z.object({ name: z.string() })).optional() })
    .optional(),
});
const table = z.object({ id: z.string(), name: z.string(), primaryFieldId: z.string(), fields: z.array(field) });

export type FieldSchema = z.infer<typeof field>;
export type TableSchema = z.infer<typeof table>;

/** The tables of the base as Airtable describes them. Types that are new to us are no error: they are only compared. */
export async function readSchema(meta: Meta): Promise<readonly TableSchema[]> {
  return z.object({ tables: z.array(table) }).parse(await meta.call({ method: "GET", path: "/tables" })).tables;
}

const bases = z.object({
  bases: z.array(z.object({ id: z.string(), name: z.string(), permissionLevel: z.string() })),
});

/** The bases that the token reaches, and what it may do there. */
export async function readBases(meta: Meta) {
  return bases.parse(await meta.bases()).bases;
}
