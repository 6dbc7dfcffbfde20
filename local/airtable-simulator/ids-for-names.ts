import { derivedId } from "./airtable-id.ts";
import type { SeedBase, SeedField, SeedTable } from "./seed.ts";

export const tableId = (baseId: string, table: SeedTable): string => table.id ?? derivedId("tbl", baseId, table.name);

export const fieldId = (ofTable: string, field: SeedField): string => field.id ?? derivedId("fld", ofTable, field.name);

/** The options of a seeded field, with ids where the seed has names of tables and fields. */
export function idsForNames(
  base: SeedBase,
  baseId: string,
  at: { readonly table: SeedTable; readonly field: SeedField },
): Record<string, unknown> {
  const options: Record<string, unknown> = { ...at.field.options };
  const link = named(at.table.fields, options.recordLinkFieldId);
  if (link) options.recordLinkFieldId = fieldId(tableId(baseId, at.table), link);

  const target = options.linkedTableId ?? link?.options?.linkedTableId;
  if (target === undefined) return options;
  const linked = named(base.tables, target);
  if (!linked) throw new Error(`Seed: "${at.table.name}.${at.field.name}" refers to "${target}", which does not exist`);

  const there = tableId(baseId, linked);
  if (options.linkedTableId !== undefined) options.linkedTableId = there;
  for (const key of ["inverseLinkFieldId", "fieldIdInLinkedTable"]) {
    const other = named(linked.fields, options[key]);
    if (other) options[key] = fieldId(there, other);
  }
  return options;
}

function named<T extends { readonly name: string; readonly id?: string }>(
  all: readonly T[],
  nameOrId: unknown,
): T | undefined {
  return nameOrId === undefined ? undefined : all.find(({ name, id }) => name === nameOrId || id === nameOrId);
}
