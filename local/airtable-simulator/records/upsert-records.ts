import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { invalidRecords, invalidRequest, rowDoesNotExist, sameRecordTwice } from "../api-error.ts";
import type { Field, Table } from "../base.ts";
import type { BaseEdit } from "../base-edit.ts";
import { type Call, changeTable, openTable } from "../call.ts";
import { acceptCell } from "../fields/accept-cell.ts";
import { FIELD_TYPES } from "../fields/field-type.ts";
import { fieldOf } from "../find-in-schema.ts";
import { createRow } from "./create-records.ts";
import { batchInput, type RecordInput, refuse, type WriteOptions, writeOptions } from "./record-input.ts";
import { showChanged } from "./show-changed.ts";
import { type Values, writeCells } from "./write-cells.ts";

const Upsert = z.looseObject({ performUpsert: z.object({ fieldsToMergeOn: z.array(z.string()).min(1).max(3) }) });

export function asksForUpsert(call: Call): boolean {
  return z.looseObject({ performUpsert: z.unknown() }).safeParse(call.body).data?.performUpsert !== undefined;
}

/**
 * Updates the one record whose merge fields are equal, or creates it. A record with an id is updated by its id. An
 * empty key matches nothing: it creates a record every time. Nothing makes a key unique, so more than one match is a 422.
 */
export function upsertRecords(call: Call): unknown {
  const options = writeOptions(call);
  const parsed = Upsert.safeParse(call.body);
  if (!parsed.success) throw refuse(call, "not 1 to 3 fields to merge on", invalidRequest());
  const keys = mergeFields(call, openTable(call).table, parsed.data.performUpsert.fieldsToMergeOn);
  const inputs = batchInput(call);
  if (!inputs) throw refuse(call, "no records to upsert", invalidRecords());

  const { made, page } = changeTable(call, "update", (edit, table) =>
    upsertRows(
      edit,
      table.id,
      inputs.map((input) => ({ call, keys, input, options })),
    ),
  );
  const ids = made.map(({ id }) => id);
  const created = made.filter((one) => one.created).map(({ id }) => id);
  const updated = ids.filter((id) => !created.includes(id));
  return { records: showChanged(page, ids, options), createdRecords: created, updatedRecords: updated };
}

interface Upserting {
  readonly call: Call;
  readonly keys: readonly Field[];
  readonly input: RecordInput;
  readonly options: WriteOptions;
}

interface Upserted {
  readonly id: string;
  readonly created: boolean;
}

/** One after the other: the second record with a new key finds the row that the first one made, and is refused. */
function upsertRows(edit: BaseEdit, tableId: string, all: readonly Upserting[]): readonly Upserted[] {
  const made = new Map<string, Upserted>();
  for (const upserting of all) {
    const one = upsertRow(edit, tableId, upserting);
    if (made.has(one.id)) throw refuse(upserting.call, "the same record twice", sameRecordTwice());
    made.set(one.id, one);
  }
  return [...made.values()];
}

function upsertRow(edit: BaseEdit, tableId: string, upserting: Upserting): Upserted {
  const { call, input, options } = upserting;
  const rowId = input.id ?? matchingRow(edit.table(tableId), upserting);
  if (rowId === undefined) return { id: createRow(edit, tableId, input.fields, options), created: true };
  if (!edit.row(tableId, rowId)) throw rowDoesNotExist(rowId);
  writeCells(edit, { tableId, rowId }, input.fields, { ...options, replace: call.method === "PUT" });
  return { id: rowId, created: false };
}

function matchingRow(table: Table, { call, keys, input, options }: Upserting): string | undefined {
  const sought = keys.map((field) => ({
    field,
    cell: acceptCell(field, keyValue(call, field, input.fields), options),
  }));
  if (sought.some(({ cell }) => cell === undefined)) return undefined;
  const matches = [...table.rows.values()].filter((row) =>
    sought.every(({ field, cell }) => isDeepStrictEqual(row.cells[field.id], cell)),
  );
  if (matches.length > 1) throw invalidRequest("The fields to merge on must uniquely identify a single record");
  return matches[0]?.id;
}

/** Null is a key, though one that matches nothing; a key that is not mentioned is a mistake. */
function keyValue(call: Call, field: Field, values: Values): unknown {
  const name = [field.name, field.id].find((one) => one in values);
  if (name === undefined) throw refuse(call, `a record without its merge field "${field.name}"`, invalidRequest());
  return values[name];
}

function mergeFields(call: Call, table: Table, names: readonly string[]): readonly Field[] {
  const fields = names.map((name) => fieldOf(table, name));
  const wrong = fields.find((field) => !FIELD_TYPES[field.type]?.mergeable);
  if (wrong) throw refuse(call, `a merge field of type ${wrong.type}`, invalidRequest());
  return fields;
}
