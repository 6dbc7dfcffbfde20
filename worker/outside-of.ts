import { type AirtableSettings, openBase } from "../activities/airtable/airtable.ts";
import type { Outside } from "../activities/index.ts";
import { openSlack } from "../activities/slack/slack.ts";
import { readMapping } from "../config/read-mapping.ts";
import { type Read, SettingsProblem } from "../config/read-settings.ts";
import type { WORKER_SETTINGS } from "../config/settings.ts";
import { channelId, isMemberId, memberId } from "../domain/ids.ts";
import { nameTables } from "../domain/name-tables.ts";
import type { Tables } from "../domain/tables.ts";
import type { People } from "../workflows/contract.ts";

export type WorkerSettings = Read<typeof WORKER_SETTINGS>;

/** The outside world, as the settings name it. */
export function outsideOf(settings: WorkerSettings): Outside {
  const { TEMPORAL_UI_URL: ui, TEMPORAL_NAMESPACE: namespace } = settings;
  return {
    slack: openSlack({ botToken: settings.SLACK_BOT_TOKEN, apiUrl: settings.SLACK_API_URL }),
    base: openBase(airtableOf(settings)),
    people: peopleOf(settings),
    ...(ui && { temporalPages: `${ui.replace(/\/$/, "")}/namespaces/${namespace}/workflows` }),
  };
}

type OfAirtable = Pick<
  WorkerSettings,
  "AIRTABLE_TOKEN" | "AIRTABLE_BASE" | "AIRTABLE_URL" | "AIRTABLE_PROCESSES" | "AIRTABLE_MAPPING"
>;

/** The base that the settings name, with the names that its tables and columns have there. */
export function airtableOf(settings: OfAirtable): AirtableSettings {
  return {
    token: settings.AIRTABLE_TOKEN,
    base: settings.AIRTABLE_BASE,
    url: settings.AIRTABLE_URL,
    processes: settings.AIRTABLE_PROCESSES,
    tables: tablesOf(settings.AIRTABLE_MAPPING),
  };
}

function tablesOf(mapping: string | undefined): Tables {
  const tables = nameTables(readMapping(mapping));
  if (!("problems" in tables)) return tables;
  throw new SettingsProblem([`AIRTABLE_MAPPING: ${mapping} cannot be used:`, ...tables.problems].join("\n  "));
}

/** Whoever hears of requests as a person may also act on them. */
function peopleOf(settings: WorkerSettings): People {
  const coordinator = settings.SLACK_COORDINATOR;
  const listed = settings.SLACK_COORDINATORS.map(memberId);
  const ceo = memberId(settings.SLACK_CEO);
  return {
    coordinator: isMemberId(coordinator) ? coordinator : channelId(coordinator),
    coordinators: isMemberId(coordinator) ? [...new Set([coordinator, ...listed])] : listed,
    ceo,
    ceos: [...new Set([ceo, ...settings.SLACK_CEOS.map(memberId)])],
    mentorsChannel: channelId(settings.SLACK_MENTORS_CHANNEL),
    ...(settings.SLACK_CONDUCT_CONTACT && { conductContact: settings.SLACK_CONDUCT_CONTACT }),
  };
}
