import { CAST } from "./seed/cast.ts";
import { LOCAL } from "./seed/local-settings.ts";

export interface Addresses {
  readonly temporal: string;
  readonly temporalUi: string;
  /** Ends with `/api/`. */
  readonly slackApi: string;
  readonly airtable: string;
}

/** The environment in which the worker and the gateway find everything on this machine, by the names of `config/`. */
export function settingsFor(addresses: Addresses): Readonly<Record<string, string>> {
  return {
    TEMPORAL_ADDRESS: addresses.temporal,
    TEMPORAL_UI_URL: addresses.temporalUi,
    SLACK_API_URL: addresses.slackApi,
    SLACK_BOT_TOKEN: LOCAL.botToken,
    SLACK_APP_TOKEN: LOCAL.appToken,
    SLACK_MENTORS_CHANNEL: LOCAL.mentorsChannel,
    SLACK_COORDINATOR: whoIs("coordinator"),
    SLACK_CEO: whoIs("ceo"),
    AIRTABLE_URL: addresses.airtable,
    AIRTABLE_TOKEN: LOCAL.airtableToken,
    AIRTABLE_BASE: LOCAL.airtableBase,
  };
}

function whoIs(part: "coordinator" | "ceo"): string {
  return CAST.find((person) => person.part === part)?.id ?? "";
}
