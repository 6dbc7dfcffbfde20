import { derivedId, isId } from "./airtable-id.ts";
import type { Base, Field, Table, User } from "./base.ts";
import { BaseEdit } from "./base-edit.ts";
import { addInverse, putField } from "./fields/add-inverse.ts";
import { completeField } from "./fields/complete-field.ts";
import { FIELD_TYPES } from "./fields/field-type.ts";
import { fieldId, idsForNames, tableId } from "./ids-for-names.ts";
import { plantLinks, plantRows } from "./plant-rows.ts";
import type { AirtableSeed, SeedBase, SeedField, SeedTable } from "./seed.ts";
import type { State } from "./store.ts";

/** The state that a seed describes. Throws, with the place, when the seed could not exist in Airtable. */
export function plantSeed(seed: AirtableSeed, at: string): State {
  return {
    bases: seed.bases.map((base) => plantBase(base, at)),
    tokens: seed.tokens.map(({ token, scopes, bases, email }) => ({
      token,
      scopes,
      bases,
      user: userOf(email ?? "api@example.com"),
      revoked: false,
    })),
  };
}

export function userOf(email: string): User {
  return { id: derivedId("usr", email), email, name: email };
}

function plantBase(seed: SeedBase, at: string): Base {
  const id = seed.id ?? derivedId("app", seed.name);
  if (!isId("app", id)) throw new Error(`Seed: a base id is "app" and 14 letters or digits, not "${id}"`);
  const tables = seed.tables.map((table) => plantTable(seed, id, table));
  const empty: Base = { id, name: seed.name, permissionLevel: seed.permissionLevel ?? "create", tables };
  const edit = new BaseEdit(empty, { at, by: userOf("staff@example.com") });
  pairLinks(edit);
  for (const table of seed.tables) plantRows(edit, tableId(id, table), table);
  for (const table of seed.tables) plantLinks(edit, tableId(id, table), table);
  return edit.base;
}

function plantTable(base: SeedBase, baseId: string, seed: SeedTable): Table {
  const id = tableId(baseId, seed);
  const fields = seed.fields.map((field) => plantField(base, baseId, { table: seed, field }));
  const [primary] = fields;
  if (!primary || !FIELD_TYPES[primary.type]?.primary) {
    throw new Error(`Seed: the first field of "${seed.name}" cannot be a primary field`);
  }
  const views = (seed.views ?? [{ name: "Grid view" }]).map((view) => ({
    id: view.id ?? derivedId("viw", id, view.name),
    name: view.name,
    type: view.type ?? "grid",
    ...(view.filter === undefined ? {} : { filter: view.filter }),
  }));
  const described = seed.description === undefined ? {} : { description: seed.description };
  return {
    id,
    name: seed.name,
    ...described,
    primaryFieldId: primary.id,
    fields,
    views,
    nextNumber: 1,
    rows: new Map(),
  };
}

function plantField(
  base: SeedBase,
  baseId: string,
  at: { readonly table: SeedTable; readonly field: SeedField },
): Field {
  const { table, field } = at;
  if (!FIELD_TYPES[field.type]) throw new Error(`Seed: "${table.name}.${field.name}" has unknown type ${field.type}`);
  return completeField({
    ...field,
    id: fieldId(tableId(baseId, table), field),
    options: idsForNames(base, baseId, at),
  });
}

/** Two tables that link to each other get one relation, not two; a link that is alone gets its other end. */
function pairLinks(edit: BaseEdit): void {
  const links = edit.base.tables.flatMap((table) =>
    table.fields.map((field) => ({ tableId: table.id, fieldId: field.id })),
  );
  for (const { tableId: own, fieldId: id } of links) {
    const link = edit.table(own).fields.find((field) => field.id === id);
    const target = link?.options?.linkedTableId;
    if (!link || target === undefined || target === own) continue;
    const declared = link.options?.inverseLinkFieldId;
    const partner = edit
      .table(target)
      .fields.find((field) =>
        declared === undefined
          ? field.options?.linkedTableId === own && [undefined, id].includes(field.options.inverseLinkFieldId)
          : field.id === declared,
      );
    if (!partner) {
      addInverse(edit, own, id);
      continue;
    }
    putField(edit, own, { ...link, options: { ...link.options, inverseLinkFieldId: partner.id } });
    putField(edit, target, { ...partner, options: { ...partner.options, inverseLinkFieldId: id } });
  }
}
