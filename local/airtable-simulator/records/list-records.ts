import { unknownView } from "../api-error.ts";
import type { Row, Table, View } from "../base.ts";
import { type Call, openTable } from "../call.ts";
import { fieldOf } from "../find-in-schema.ts";
import { compileFormula } from "../formula/compile.ts";
import { evaluate } from "../formula/evaluate.ts";
import { FormulaFailure, isTrue } from "../formula/formula-value.ts";
import { type ListOptions, listOptions } from "./list-options.ts";
import { formulaRow, type Page } from "./read-cell.ts";
import { showRecord } from "./show-record.ts";
import { sortRows } from "./sort-rows.ts";

export const listRecords = (call: Call): unknown => list(call, listOptions(call, call.query));

/** For what does not fit into an address. */
export const listRecordsByPost = (call: Call): unknown => list(call, listOptions(call, call.body ?? {}));

function list(call: Call, options: ListOptions): unknown {
  const page = openTable(call);
  const rows = listed(page, options);
  const { iterators } = call.world;
  const from = options.offset === undefined ? undefined : iterators.resume(options.offset);
  const found = rows.findIndex((row) => row.id === from?.recordId);
  const start = from === undefined ? 0 : found < 0 ? from.index : found;

  const end = start + options.pageSize;
  const shape = {
    ...(options.fields && { fields: options.fields.map((name) => fieldOf(page.table, name)) }),
    byFieldId: options.returnFieldsByFieldId,
    asText: options.cellFormat === "string",
    commentCount: options.recordMetadata.includes("commentCount"),
  };
  const records = rows.slice(start, end).map((row) => showRecord(page, row, shape));
  const next = rows[end];
  if (!next) return { records };
  return { records, offset: iterators.offset({ iterator: from?.iterator, recordId: next.id, index: end }) };
}

/** All rows that are asked for, over all pages, in order. */
function listed(page: Page, options: ListOptions): readonly Row[] {
  const view = options.view === undefined ? undefined : viewOf(page.table, options.view);
  const keys = options.sort.map((key) => ({ field: fieldOf(page.table, key.field), direction: key.direction }));
  const rows = filter(page, filter(page, [...page.table.rows.values()], view?.filter), options.filterByFormula);
  return sortRows(page, rows, keys).slice(0, options.maxRecords);
}

function viewOf(table: Table, nameOrId: string): View {
  const view = table.views.find(({ id, name }) => id === nameOrId || name === nameOrId);
  if (!view) throw unknownView(nameOrId);
  return view;
}

function filter(page: Page, rows: readonly Row[], formula: string | undefined): readonly Row[] {
  if (!formula) return rows;
  const compiled = compileFormula(formula, new Set(page.table.fields.map((field) => field.name)));
  return rows.filter((row) => {
    try {
      return isTrue(evaluate(compiled, formulaRow(page, row)));
    } catch (error) {
      if (error instanceof FormulaFailure) return false;
      throw error;
    }
  });
}
