import type { FieldSchema, TableSchema } from "../../activities/airtable/base-schema.ts";
import type { Column, TableName, Tables } from "../../domain/tables.ts";
import type { Finding } from "./finding.ts";
import { lookAlike, mostAlike } from "./look-alike.ts";

/** What Airtable's own pages call the types. */
const IN_AIRTABLE: { readonly [type in Column["type"]]: string } = {
  singleLineText: "single line text",
  multilineText: "long text",
  email: "email",
  number: "number",
  checkbox: "checkbox",
  date: "date, without time",
  dateTime: "date, with time",
  singleSelect: "single select",
  multipleRecordLinks: "link",
};

/** Other types that serve as well. */
const AS_GOOD: { readonly [type in Column["type"]]?: readonly string[] } = {
  singleLineText: ["multilineText"],
  multilineText: ["singleLineText", "richText"],
  email: ["singleLineText"],
  number: ["rating"],
};

/** Everything in which the base differs from what the programme needs. Tables and columns of somebody's own are fine. */
export function compareSchema(tables: Tables, schema: readonly TableSchema[]): readonly Finding[] {
  const named = (Object.keys(tables) as TableName[]).map((table) => tables[table]);
  const known = new Set(named.map(({ name }) => name));
  if (!schema.some(({ name }) => known.has(name))) {
    return [
      {
        what: `The base has none of the tables ${[...known].map((name) => `"${name}"`).join(", ")}.`,
        remedy:
          "If it is the wrong base, set AIRTABLE_BASE. If it is a new one: npm run doctor -- --seed makes the tables.",
        seedable: true,
      },
    ];
  }
  return (Object.keys(tables) as TableName[]).flatMap((key) => {
    const { name, columns } = tables[key];
    const table = schema.find((one) => one.name === name);
    const others = schema.filter((one) => !known.has(one.name));
    if (!table) return [missingTable(name, Object.values(columns), others)];
    return [
      ...columnFindings(table, Object.values(columns), { tables, schema }),
      ...twins(table, Object.values(columns)),
    ];
  });
}

function missingTable(name: string, columns: readonly Column[], others: readonly TableSchema[]): Finding {
  const share = (table: TableSchema) => columns.filter((column) => has(table, column)).length / columns.length;
  const renamed = others.find((table) => share(table) > 0.5 && columns.length > 1) ?? mostAlike(name, others);
  if (!renamed) return { what: `There is no table "${name}".`, remedy: BY_SEED, seedable: true };
  return {
    what: `There is no table "${name}"; "${renamed.name}" looks like it.`,
    remedy: `Rename "${renamed.name}" to "${name}", or say in the file of AIRTABLE_MAPPING that it is called so.`,
  };
}

const BY_SEED = "npm run doctor -- --seed makes it.";
const has = ({ fields }: TableSchema, { name, type }: Column) =>
  fields.some((field) => field.name === name && field.type === type);

interface Whole {
  readonly tables: Tables;
  readonly schema: readonly TableSchema[];
}

function columnFindings(table: TableSchema, columns: readonly Column[], whole: Whole): readonly Finding[] {
  return columns.flatMap((column) => {
    const field = table.fields.find(({ name }) => name === column.name);
    if (!field) return [missingColumn(table, columns, { column, ...whole })];
    const finding = wrongType(table, field, { column, ...whole }) ?? wrongTarget(table, field, { column, ...whole });
    return finding ? [finding] : missingChoices(table, field, column);
  });
}

function missingColumn(
  table: TableSchema,
  columns: readonly Column[],
  { column, tables }: Whole & { readonly column: Column },
): Finding {
  const spare = table.fields.filter(({ name }) => !columns.some((one) => one.name === name));
  const sameType = spare.filter(({ type }) => serves(column, type));
  const primary = column === columns[0] ? sameType.find(({ id }) => id === table.primaryFieldId) : undefined;
  const renamed = primary ?? mostAlike(column.name, sameType);
  const what = `${table.name} has no column "${column.name}"`;
  if (renamed) {
    return {
      what: `${what}; "${renamed.name}" looks like it.`,
      remedy: `Rename "${renamed.name}" to "${column.name}", or say in the file of AIRTABLE_MAPPING that it is called so.`,
    };
  }
  return { what: `${what}.`, remedy: `${BY_SEED} By hand: add it as ${inAirtable(column, tables)}.`, seedable: true };
}

function wrongType(
  table: TableSchema,
  field: FieldSchema,
  { column, tables }: Whole & { readonly column: Column },
): Finding | undefined {
  if (serves(column, field.type)) return undefined;
  const holdsWords = column.links && OF_WORDS.includes(field.type);
  return {
    what: `${table.name}, "${field.name}" is of the type ${field.type}${holdsWords ? ", and holds words instead of links" : ""}.`,
    remedy: `In Airtable: the column's menu, Edit field, type ${inAirtable(column, tables)}. ${
      holdsWords
        ? "It keeps what stands there: each word becomes a link to the row of the same name, or to a new row where there is none."
        : "Copy what stands in it first: values that do not fit are lost."
    }`,
  };
}

/** Airtable makes links of these: of each option, and of what stands between commas. */
const OF_WORDS: readonly string[] = ["multipleSelects", "singleSelect", "singleLineText", "multilineText"];

function wrongTarget(
  table: TableSchema,
  field: FieldSchema,
  { column, tables, schema }: Whole & { readonly column: Column },
): Finding | undefined {
  if (!column.links) return undefined;
  const target = schema.find(({ id }) => id === field.options?.linkedTableId);
  const wanted = tables[column.links].name;
  // A table that is missing is told once; what links to it comes right with it.
  if (target?.name === wanted || !schema.some(({ name }) => name === wanted)) return undefined;
  return {
    what: `${table.name}, "${field.name}" links to ${target ? `"${target.name}"` : "a table that is gone"}.`,
    remedy: `Rename it (it may hold something), and add a new column "${column.name}": link to ${wanted}. npm run doctor -- --seed adds it once the old one is renamed.`,
  };
}

function missingChoices(table: TableSchema, field: FieldSchema, column: Column): readonly Finding[] {
  const there = (field.options?.choices ?? []).map(({ name }) => name);
  return (column.choices ?? [])
    .filter((choice) => !there.includes(choice))
    .map((choice) => {
      const alike = there.find((one) => lookAlike(one, choice));
      return {
        what: `${table.name}, "${field.name}" has no option "${choice}"${alike ? `, but "${alike}"` : ""}.`,
        // Once "New" were "new", every old row that has it would be taken for a request that staff have just typed.
        remedy: `In Airtable: Edit field, add the option "${choice}", exactly.${alike ? ` Do not rename "${alike}" to it: the rows that have "${alike}" today would count as "${choice}".` : ""}`,
      };
    });
}

/** Two columns that people cannot tell apart: what staff fill in may be the one that nobody reads. */
function twins({ name: table, fields }: TableSchema, columns: readonly Column[]): readonly Finding[] {
  return columns.flatMap(({ name }) =>
    fields
      .filter((field) => field.name !== name && lookAlike(field.name, name))
      .filter((field) => !columns.some((column) => column.name === field.name))
      .filter(() => fields.some((field) => field.name === name))
      .map((twin) => ({
        what: `${table} has two columns that look alike: "${name}" and "${twin.name}".`,
        remedy: `Muster reads "${name}" only. Move what stands in "${twin.name}", and remove or rename it.`,
      })),
  );
}

const serves = ({ type }: Column, other: string) => type === other || (AS_GOOD[type] ?? []).includes(other);

function inAirtable({ type, links, choices }: Column, tables: Tables): string {
  if (links) return `link to another record, of ${tables[links].name}`;
  return choices ? `${IN_AIRTABLE[type]} with the options ${choices.join(", ")}` : IN_AIRTABLE[type];
}
