import { type Column, TABLES, type TableName, type Tables } from "./tables.ts";

/** Other names, by the usual ones: of tables, and of their columns. What is not mentioned keeps its name. */
export type Mapping = Readonly<Record<string, TableMapping>>;

interface TableMapping {
  readonly name?: string | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
}

/** The tables by the names that an existing base has; or all that is wrong with the mapping, a sentence each. */
export function nameTables(mapping: Mapping): Tables | { readonly problems: readonly string[] } {
  const problems = [
    ...unknownNames(mapping),
    ...unusableNames(mapping),
    ...tablesCalledAlike(mapping),
    ...namesGivenTwice(mapping),
  ];
  if (problems.length > 0) return { problems };
  const named = Object.entries(TABLES).map(([table, { name, columns }]) => [table, renamed(name, columns, mapping)]);
  return Object.fromEntries(named) as Tables;
}

function renamed(name: string, columns: Readonly<Record<string, Column>>, mapping: Mapping) {
  const { name: other, columns: others = {} } = mapping[name] ?? {};
  const changed = Object.entries(columns).map(([key, column]) => [
    key,
    { ...column, name: others[column.name] ?? column.name },
  ]);
  return { name: other ?? name, columns: Object.fromEntries(changed) };
}

function unknownNames(mapping: Mapping): readonly string[] {
  const tables = Object.values(TABLES);
  return Object.entries(mapping).flatMap(([usual, { columns = {} }]) => {
    const table = tables.find(({ name }) => name === usual);
    if (!table) return [`"${usual}" is no table of Muster; there are ${tables.map(({ name }) => name).join(", ")}`];
    const known = Object.values<Column>(table.columns).map(({ name }) => name);
    return Object.keys(columns)
      .filter((name) => !known.includes(name))
      .map((name) => `"${name}" is no column of ${usual}; there are ${known.join(", ")}`);
  });
}

/** Formulas write a column's name in braces, and have no way to write a brace in it. */
function unusableNames(mapping: Mapping): readonly string[] {
  const names = Object.values(mapping).flatMap(({ columns = {} }) => Object.values(columns));
  return names.filter((name) => /[{}]/.test(name)).map((name) => `"${name}" has a brace in it: rename the column`);
}

function tablesCalledAlike(mapping: Mapping): readonly string[] {
  const names = Object.values(TABLES).map(({ name }) => mapping[name]?.name ?? name);
  return names
    .filter((one, index) => names.indexOf(one) !== index)
    .map((one) => `two tables would both be called "${one}"`);
}

function namesGivenTwice(mapping: Mapping): readonly string[] {
  return (Object.keys(TABLES) as TableName[]).flatMap((table) => {
    const { name, columns } = TABLES[table];
    const names = Object.values(renamed(name, columns, mapping).columns as Record<string, Column>).map(
      (column) => column.name,
    );
    return names
      .filter((one, index) => names.indexOf(one) !== index)
      .map((one) => `two columns of ${name} would both be called "${one}"`);
  });
}
