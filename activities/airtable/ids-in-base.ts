import { setTimeout as delay } from "node:timers/promises";
import { DAY, HOUR } from "../../domain/duration.ts";
import type { Renamed } from "../../domain/reconciliation.ts";
import type { Column, Tables } from "../../domain/tables.ts";
import type { FieldSchema, TableSchema } from "./base-schema.ts";

/** How a table and its columns are asked for, whatever staff call them meanwhile. */
export interface TableIds {
  /** False while names stand for ids. */
  readonly areKnown: boolean;
  readonly table: string;
  idOf(column: string): string;
  /** Our name for it; of a column of staff's own, theirs. */
  nameOf(id: string): string;
  /** Formulas know columns by what they are called today. */
  nameToday(column: string): string;
}

export interface IdsInBase {
  /** Never throws: while the base does not say, names stand for ids, which serve as long as nobody renames anything. */
  of(table: string): Promise<TableIds>;
  /** What is called otherwise today than the settings say. It works until the process starts anew. */
  renamed(): readonly Renamed[];
  /** Something that was asked for is not there: the base is read again. */
  expire(): void;
}

/** The call that wants the ids has a deadline of its own; names serve meanwhile. */
const LONGEST_WAIT_MS = 2_000;

interface Known {
  readonly id: string;
  readonly name: string;
  readonly all: readonly FieldSchema[];
  readonly ours: ReadonlyMap<string, FieldSchema>;
}

/** The ids by our names. A name that somebody has changed is still known by the id that it had. */
export function idsInBase(tables: Tables, readSchema: () => Promise<readonly TableSchema[]>): IdsInBase {
  let known: ReadonlyMap<string, Known> = new Map();
  let goodUntil = 0;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    try {
      const schema = await readSchema();
      known = new Map(
        Object.values(tables).flatMap(({ name, columns }) => {
          const before = known.get(name);
          const table = byNameOrId(schema, name, before?.id);
          return table ? [[name, knownTable(table, Object.values(columns), before)]] : [];
        }),
      );
      goodUntil = Date.now() + DAY;
    } catch {
      // What the token lacks is the doctor's to say, and a base that is down says so itself, at the next call.
      goodUntil = Date.now() + HOUR;
    } finally {
      reading = undefined;
    }
  };

  return {
    async of(table) {
      if (Date.now() > goodUntil) {
        reading ??= read();
        await Promise.race([reading, delay(LONGEST_WAIT_MS, undefined, { ref: false })]);
      }
      return idsOf(table, known.get(table));
    },
    renamed: () =>
      [...known].flatMap(([table, { name: today, ours }]): Renamed[] => [
        ...(today === table ? [] : [{ table, today }]),
        ...[...ours]
          .filter(([column, { name }]) => name !== column)
          .map(([column, { name }]) => ({ table, column, today: name })),
      ]),
    expire() {
      goodUntil = 0;
    },
  };
}

function byNameOrId<Named extends { readonly id: string; readonly name: string }>(
  all: readonly Named[],
  name: string,
  id: string | undefined,
): Named | undefined {
  return all.find((one) => one.name === name) ?? all.find((one) => one.id === id);
}

function knownTable({ id, name, fields }: TableSchema, columns: readonly Column[], before: Known | undefined): Known {
  const ours = columns.flatMap(({ name: column }): [string, FieldSchema][] => {
    const field = byNameOrId(fields, column, before?.ours.get(column)?.id);
    return field ? [[column, field]] : [];
  });
  return { id, name, all: fields, ours: new Map(ours) };
}

function idsOf(table: string, known: Known | undefined): TableIds {
  const names = new Map(known?.all.map(({ id, name }) => [id, name]));
  for (const [name, { id }] of known?.ours ?? []) names.set(id, name);
  return {
    areKnown: known !== undefined,
    table: known?.id ?? table,
    idOf: (column) => known?.ours.get(column)?.id ?? column,
    nameOf: (id) => names.get(id) ?? id,
    nameToday: (column) => known?.ours.get(column)?.name ?? column,
  };
}
