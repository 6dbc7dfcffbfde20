import type { Meta } from "../../activities/airtable/airtable.ts";
import { readSchema, type TableSchema } from "../../activities/airtable/base-schema.ts";
import type { Column, TableName, Tables } from "../../domain/tables.ts";
import type { Finding } from "./finding.ts";

/**
 * Makes the tables and columns that are missing, columns of links last, when every table is there. Never changes or
 * removes anything. What looks as if it had been renamed is left to a person. Says what it has made.
 */
export async function seedBase(
  meta: Meta,
  tables: Tables,
  findings: (schema: readonly TableSchema[]) => readonly Finding[],
): Promise<readonly string[]> {
  const keys = Object.keys(tables) as TableName[];
  const made: string[] = [];
  for (const key of keys) {
    const { name, columns } = tables[key];
    const schema = await readSchema(meta);
    if (schema.some((table) => table.name === name) || !isSeedable(findings(schema), `"${name}"`, name)) continue;
    const fields = Object.values<Column>(columns)
      .filter(({ links }) => !links)
      .map((column) => fieldOf(column, []));
    await meta.call({ method: "POST", path: "/tables", body: { name, fields } });
    made.push(`the table "${name}"`);
  }
  for (const links of [false, true]) {
    for (const key of keys) {
      const schema = await readSchema(meta);
      const table = schema.find(({ name }) => name === tables[key].name);
      if (!table) continue;
      for (const column of missing(tables[key].columns, table).filter((one) => (one.links !== undefined) === links)) {
        const target = column.links && tables[column.links].name;
        if (target && !schema.some(({ name }) => name === target)) continue;
        if (!isSeedable(findings(schema), `"${column.name}"`, table.name)) continue;
        const linked = schema.filter(({ name }) => name === target);
        await meta.call({ method: "POST", path: `/tables/${table.id}/fields`, body: fieldOf(column, linked) });
        made.push(`the column "${column.name}" of ${table.name}`);
      }
    }
  }
  return made;
}

const missing = (columns: Readonly<Record<string, Column>>, { fields }: TableSchema): readonly Column[] =>
  Object.values(columns).filter(({ name }) => !fields.some((field) => field.name === name));

function isSeedable(findings: readonly Finding[], ...mentioned: readonly string[]): boolean {
  const about = findings.find(({ what }) => mentioned.every((name) => what.includes(name)));
  return about?.seedable ?? false;
}

const ISO = { name: "iso" };

/** A column as the API wants it: https://airtable.com/developers/web/api/field-model */
function fieldOf({ name, type, choices = [] }: Column, [linked]: readonly TableSchema[]) {
  switch (type) {
    case "number":
      return { name, type, options: { precision: 0 } };
    case "checkbox":
      return { name, type, options: { icon: "check", color: "greenBright" } };
    case "date":
      return { name, type, options: { dateFormat: ISO } };
    case "dateTime":
      return { name, type, options: { dateFormat: ISO, timeFormat: { name: "24hour" }, timeZone: "utc" } };
    case "singleSelect":
      return { name, type, options: { choices: choices.map((choice) => ({ name: choice })) } };
    case "multipleRecordLinks":
      return { name, type, options: { linkedTableId: linked?.id } };
    default:
      return { name, type };
  }
}
