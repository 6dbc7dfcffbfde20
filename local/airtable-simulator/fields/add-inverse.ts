import { derivedId } from "../airtable-id.ts";
import type { Field, Table } from "../base.ts";
import type { BaseEdit } from "../base-edit.ts";
import { fieldById } from "../find-in-schema.ts";

/** Gives a link the field at its other end, named after the table it comes from. A table linked to itself has none. */
export function addInverse(edit: BaseEdit, tableId: string, linkId: string): void {
  const table = edit.table(tableId);
  const link = fieldById(table, linkId);
  const target = link?.options?.linkedTableId;
  if (!link || target === undefined || target === tableId || link.options?.inverseLinkFieldId !== undefined) return;

  const inverse: Field = {
    id: derivedId("fld", "inverse", linkId),
    name: freeName(edit.table(target), table.name),
    type: "multipleRecordLinks",
    options: { linkedTableId: tableId, isReversed: false, prefersSingleRecordLink: false, inverseLinkFieldId: linkId },
  };
  edit.putTable({ ...edit.table(target), fields: [...edit.table(target).fields, inverse] });
  putField(edit, tableId, { ...link, options: { ...link.options, inverseLinkFieldId: inverse.id } });
}

export function putField(edit: BaseEdit, tableId: string, field: Field): void {
  const table = edit.table(tableId);
  edit.putTable({ ...table, fields: table.fields.map((one) => (one.id === field.id ? field : one)) });
}

function freeName(table: Table, wanted: string): string {
  const taken = new Set(table.fields.map((field) => field.name));
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted} ${count}`;
  return name;
}
