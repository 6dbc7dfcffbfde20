import { type Column, TABLES, type TableName } from "../../domain/tables.ts";
import type { AirtableSeed, SeedField, SeedRow, SeedTable } from "../airtable-simulator/seed.ts";
import { CAST, type Person } from "./cast.ts";
import { AFFILIATIONS, SERVICES, SKILLSETS } from "./catalogue.ts";
import { LOCAL } from "./local-settings.ts";

export interface CatalogueSeed {
  readonly services: readonly string[];
  readonly skillsets: readonly string[];
  readonly affiliations: readonly string[];
}

const USUAL: CatalogueSeed = { services: SERVICES, skillsets: SKILLSETS, affiliations: AFFILIATIONS };

/** The base to begin with: the catalogue, the mentors of the cast, and no request yet. */
export function airtableSeed(more: readonly Person[] = [], catalogue: CatalogueSeed = USUAL): AirtableSeed {
  const rows: { readonly [table in TableName]: readonly SeedRow[] } = {
    services: catalogue.services.map(named),
    skillsets: catalogue.skillsets.map(named),
    affiliations: catalogue.affiliations.map(named),
    mentors: [...CAST, ...more].flatMap(mentorRow),
    requests: [],
    pairings: [],
  };
  return {
    bases: [
      { id: LOCAL.airtableBase, name: "Mentorship", tables: names().map((table) => seedTable(table, rows[table])) },
    ],
    tokens: [
      {
        token: LOCAL.airtableToken,
        scopes: ["data.records:read", "data.records:write", "schema.bases:read"],
        bases: [LOCAL.airtableBase],
      },
    ],
  };
}

const names = (): readonly TableName[] => ["services", "skillsets", "affiliations", "mentors", "requests", "pairings"];

const named = (name: string): SeedRow => ({ fields: { Name: name } });

function seedTable(table: TableName, rows: readonly SeedRow[]): SeedTable {
  const { name, columns } = TABLES[table];
  return { name, fields: Object.values(columns).map(field), rows };
}

function field({ name, type, links, choices }: Column): SeedField {
  if (links) return { name, type, options: { linkedTableId: TABLES[links].name } };
  if (choices) return { name, type, options: { choices } };
  return { name, type };
}

function mentorRow({ id, name, realName, timeZone, mentor }: Person): readonly SeedRow[] {
  if (!mentor) return [];
  const { columns } = TABLES.mentors;
  const fields = {
    [columns.name.name]: realName,
    [columns.slackId.name]: id,
    [columns.email.name]: `${name}@example.com`,
    [columns.skills.name]: mentor.skills,
    [columns.services.name]: mentor.services,
    [columns.active.name]: !mentor.inactive,
    [columns.timeZone.name]: timeZone,
    ...(mentor.maxMentees !== undefined && { [columns.maxMentees.name]: mentor.maxMentees }),
    ...(mentor.pausedUntil !== undefined && { [columns.pausedUntil.name]: mentor.pausedUntil }),
  };
  return [{ fields }];
}
