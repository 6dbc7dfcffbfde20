import { z } from "zod";
import { newId } from "../airtable-id.ts";
import { forbiddenOrNotFound, invalidFieldOptions, unsupportedFieldType } from "../api-error.ts";
import type { Base, Field } from "../base.ts";
import { completeField } from "../fields/complete-field.ts";
import { FIELD_TYPES } from "../fields/field-type.ts";

export const NewField = z.object({
  name: z.string(),
  type: z.string(),
  description: z.string().optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});

/** The field that the API would make of this, or the 422 that says why it does not. */
export function newField(base: Base, spec: z.infer<typeof NewField>): Field {
  const type = FIELD_TYPES[spec.type];
  if (!type || type.byHandOnly) throw unsupportedFieldType(spec.type);
  const missing = type.needs?.filter((option) => spec.options?.[option] === undefined) ?? [];
  if (missing.length) throw invalidFieldOptions(spec.name, `${missing.join(", ")} missing`);
  const linked = spec.options?.linkedTableId;
  if (linked !== undefined && !base.tables.some(({ id }) => id === linked)) throw forbiddenOrNotFound();
  return completeField({ ...spec, id: newId("fld") });
}
