import { type AirtableBase, openBase } from "../activities/airtable/airtable.ts";
import { loadEnvFile } from "../config/load-env-file.ts";
import { readSettings } from "../config/read-settings.ts";
import { AIRTABLE_SETTINGS } from "../config/settings.ts";
import { airtableOf } from "../worker/outside-of.ts";

/** The base that the settings name, within the limit of calls that all processes share. */
export function openRecords(): AirtableBase {
  loadEnvFile();
  return openBase(airtableOf(readSettings(AIRTABLE_SETTINGS, process.env)));
}
