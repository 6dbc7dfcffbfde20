import type { Table } from "../base.ts";

/** A table as https://airtable.com/developers/web/api/get-base-schema shows it: without rows, and without what views filter. */
export function showTable(table: Table, { visibleFieldIds }: { readonly visibleFieldIds?: boolean } = {}): unknown {
  const { id, name, description, primaryFieldId, fields } = table;
  const views = table.views.map((view) => ({
    id: view.id,
    name: view.name,
    type: view.type,
    ...(visibleFieldIds && view.type === "grid" && { visibleFieldIds: fields.map((field) => field.id) }),
  }));
  return { id, name, ...(description !== undefined && { description }), primaryFieldId, fields, views };
}
