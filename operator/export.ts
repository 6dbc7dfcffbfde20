import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Row, readTable } from "../activities/airtable/read-table.ts";
import type { TableName } from "../domain/tables.ts";
import { asCsv } from "./export/as-csv.ts";
import { openRecords } from "./open-records.ts";

const HELP = `npm run export: every table of the records as a CSV file, also with the columns that staff have added.

  -- --to FOLDER   .data/export when absent

Linked rows stand there by name. Cells that a spreadsheet would take for a formula begin with an apostrophe.
The files hold what members wrote: keep them as you keep the base.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { to: { type: "string", default: ".data/export" }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  const base = openRecords();
  const tables = Object.keys(base.tables) as TableName[];
  const rows = new Map<TableName, readonly Row[]>();
  for (const table of tables) rows.set(table, await readTable(base, table, { columns: "all" }));

  const names = new Map<string, string>();
  for (const [table, all] of rows) {
    const [first] = Object.values<{ readonly name: string }>(base.tables[table].columns);
    for (const { id, fields } of all) names.set(id, String(fields[first?.name ?? ""] ?? id));
  }
  await mkdir(values.to, { recursive: true });
  for (const [table, all] of rows) {
    const { name, columns } = base.tables[table];
    const ours = Object.values<{ readonly name: string }>(columns).map((column) => column.name);
    const file = join(values.to, `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}.csv`);
    await writeFile(file, asCsv(all, ours, names), { mode: 0o600 });
    console.log(`${file}: ${all.length} ${all.length === 1 ? "row" : "rows"}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
