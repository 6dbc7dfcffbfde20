import { isDeepStrictEqual } from "node:util";
import type { Cell, Field, Row } from "../base.ts";
import type { BaseEdit } from "../base-edit.ts";
import { fieldById } from "../find-in-schema.ts";
import { linkedIds } from "./read-cell.ts";

/** Sets a cell to what it shall hold (undefined: nothing) and keeps the other end of links in step. */
export function setCell(
  edit: BaseEdit,
  tableId: string,
  at: { readonly row: Row; readonly field: Field },
  cell: Cell | undefined,
): void {
  const { row, field } = at;
  if (isDeepStrictEqual(row.cells[field.id], cell)) return;
  putCell(edit, tableId, row, { fieldId: field.id, cell });
  if (field.type === "multipleRecordLinks") setOtherEnds(edit, { row, field, ids: Array.isArray(cell) ? cell : [] });
}

/** Every row that a link gains or loses gains or loses this row in its inverse field. */
function setOtherEnds(
  edit: BaseEdit,
  link: { readonly row: Row; readonly field: Field; readonly ids: readonly Cell[] },
): void {
  const { linkedTableId, inverseLinkFieldId } = link.field.options ?? {};
  if (linkedTableId === undefined) return;
  const inverse = fieldById(edit.table(linkedTableId), inverseLinkFieldId);
  if (!inverse) return;

  const before = linkedIds(link.row, link.field.id);
  for (const id of before.filter((one) => !link.ids.includes(one))) {
    change(id, (ids) => ids.filter((one) => one !== link.row.id));
  }
  for (const id of link.ids) {
    if (typeof id === "string" && !before.includes(id)) change(id, (ids) => [...ids, link.row.id]);
  }

  function change(id: string, how: (ids: readonly string[]) => readonly string[]): void {
    if (linkedTableId === undefined || !inverse) return;
    const other = edit.row(linkedTableId, id);
    if (!other) return;
    const ids = how(linkedIds(other, inverse.id));
    putCell(edit, linkedTableId, other, { fieldId: inverse.id, cell: ids.length ? ids : undefined });
  }
}

function putCell(
  edit: BaseEdit,
  tableId: string,
  row: Row,
  change: { readonly fieldId: string; readonly cell: Cell | undefined },
): void {
  const { [change.fieldId]: _, ...others } = row.cells;
  const cells = change.cell === undefined ? others : { ...others, [change.fieldId]: change.cell };
  edit.putRow(tableId, { ...row, cells, modifiedTime: edit.at, modifiedBy: edit.by });
}
