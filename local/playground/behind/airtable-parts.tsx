import type { ReactNode } from "react";
import { looks } from "../live/part.ts";
import { hrefOf, type Place } from "../place.ts";
import type { Slots } from "../slack/screen.tsx";
import type { OnShow, ShownRow, ShownTable } from "./airtable-table.ts";
import { CellView } from "./cell.tsx";

/** Airtable's grid, for as long as it is on show. */
export function airtableSlots(base: OnShow, place: Place): Slots {
  const { table } = base;
  if (!table) return {};
  return {
    beside: [looks("tables", <Tables base={base} place={place} />)],
    columns: [{ ...looks("columns", <Columns table={table} />), as: "tr" }],
    rows: table.rows.map((row) => ({ ...looks(row.id, <Row row={row} table={table} base={base} />), as: "tr" })),
  };
}

function Tables({ base: { tables, table }, place }: { readonly base: OnShow; readonly place: Place }): ReactNode {
  return (
    <>
      <nav className="tabs" aria-label="Tables">
        {tables.map(({ name, rows }) => (
          <a key={name} href={hrefOf(place, { table: name })} aria-current={name === table?.name ? "page" : undefined}>
            {name} <span className="rows">{rows.length}</span>
          </a>
        ))}
      </nav>
      <p className="note">
        Edit as staff would: a cell is saved when you leave it. Several linked rows stand with commas between them.{" "}
        <button type="button" className="button" data-add-row={table?.name}>
          Add a row
        </button>
      </p>
    </>
  );
}

function Columns({ table }: { readonly table: ShownTable }): ReactNode {
  return (
    <>
      {table.fields.map(({ id, name }) => (
        <th key={id} scope="col">
          {name}
        </th>
      ))}
      <th scope="col">
        <span className="out-of-sight">Delete</span>
      </th>
    </>
  );
}

interface OneRow {
  readonly row: ShownRow;
  readonly table: ShownTable;
  readonly base: OnShow;
}

function Row({ row, table, base }: OneRow): ReactNode {
  const called = base.nameOf(row.id) || "a new row";
  return (
    <>
      {table.fields.map((field) => (
        <td key={field.id} className={field.type} data-patient="">
          <CellView field={field} row={row} base={base} called={called} />
        </td>
      ))}
      <td>
        <button type="button" className="button" data-remove-row={row.id} aria-label={`Delete ${called}`}>
          <span aria-hidden="true">✕</span>
        </button>
      </td>
    </>
  );
}
