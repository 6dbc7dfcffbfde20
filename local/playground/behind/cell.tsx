import type { ReactNode } from "react";
import type { OnShow, ShownField, ShownRow } from "./airtable-table.ts";

interface Cell {
  readonly field: ShownField;
  readonly row: ShownRow;
  readonly base: OnShow;
  /** Of the row. */
  readonly called: string;
}

const COMPUTED = new Set(["formula", "rollup", "count", "autoNumber", "createdTime", "lastModifiedTime", "createdBy"]);

/** A cell, to be read and edited as staff do in Airtable. */
export function CellView({ field, row, base, called }: Cell): ReactNode {
  const value = row.fields[field.name];
  const common = { "aria-label": `${field.name} of ${called}`, "data-field": field.name };
  if (COMPUTED.has(field.type)) return <span>{textOf(value)}</span>;
  switch (field.type) {
    case "checkbox":
      return <input {...common} type="checkbox" defaultChecked={value === true} />;
    case "number":
      return <input {...common} type="number" defaultValue={textOf(value)} />;
    case "date":
      return <input {...common} type="date" defaultValue={textOf(value)} />;
    case "multilineText":
      return <textarea {...common} rows={1} defaultValue={textOf(value)} />;
    case "singleSelect":
      return (
        <select {...common} defaultValue={textOf(value)}>
          <option value="">{""}</option>
          {field.options?.choices?.map(({ id, name }) => (
            <option key={id} value={name}>
              {name}
            </option>
          ))}
        </select>
      );
    case "multipleRecordLinks":
      return <input {...common} type="text" defaultValue={linked(value, base).join(", ")} />;
    default:
      return <input {...common} type="text" defaultValue={textOf(value)} />;
  }
}

const textOf = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

const linked = (value: unknown, { nameOf }: OnShow): readonly string[] =>
  Array.isArray(value) ? value.map((id) => nameOf(String(id))) : [];
