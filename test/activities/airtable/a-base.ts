import { expect, onTestFinished } from "vitest";
import { type AirtableBase, openBase } from "../../../activities/airtable/airtable.ts";
import { TABLES } from "../../../domain/tables.ts";
import {
  type AirtableSimulator,
  startAirtableSimulator,
} from "../../../local/airtable-simulator/airtable-simulator.ts";
import type { SimTable } from "../../../local/airtable-simulator/sim-table.ts";
import { airtableSeed } from "../../../local/seed/airtable-seed.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";

export interface ABase {
  readonly airtable: AirtableSimulator;
  readonly base: AirtableBase;
  table(name: string): SimTable;
}

/** The programme's base on a simulator of its own, through the real package; its ids are known. Odd calls fail the test at its end. */
export async function aBase({
  token = LOCAL.airtableToken as string,
  base = LOCAL.airtableBase as string,
} = {}): Promise<ABase> {
  const airtable = await startAirtableSimulator({ seed: airtableSeed(), requestsPerSecond: 1000 });
  onTestFinished(async () => {
    await airtable.close();
    expect(airtable.problems).toEqual([]);
  });
  const opened = openBase({ token, base, url: airtable.url, processes: 1, tables: TABLES });
  await opened.ids.of(TABLES.mentors.name);
  return {
    airtable,
    base: opened,
    table: (name) => airtable.table(LOCAL.airtableBase, name),
  };
}
