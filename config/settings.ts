import { z } from "zod";
import type { Setting, SettingTable } from "./read-settings.ts";

function setting<Schema extends z.ZodType>(schema: Schema, from: string): Setting<Schema> {
  return { schema, from };
}

const member = z.string().regex(/^[UW][A-Z0-9]+$/);
const members = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((id) => id.trim())
      .filter(Boolean),
  )
  .pipe(z.array(member));
const channel = z.string().regex(/^[CG][A-Z0-9]+$/);
const url = z.url({ protocol: /^https?$/ });

/** Where Temporal is; all that an operator's command needs. */
export const TEMPORAL_SETTINGS = {
  TEMPORAL_ADDRESS: setting(
    z.string().regex(/^[^\s:]+:\d+$/),
    "host and port of the Temporal server, such as localhost:7233",
  ),
  TEMPORAL_NAMESPACE: setting(z.string().default("default"), "the namespace in Temporal; default when absent"),
  TEMPORAL_API_KEY: setting(z.string().optional(), "only for Temporal Cloud: an API key of the namespace"),
} satisfies SettingTable;

/** What both processes of the programme are told. */
const FOR_BOTH = {
  ...TEMPORAL_SETTINGS,
  SLACK_BOT_TOKEN: setting(
    z.string().startsWith("xoxb-"),
    "from api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token (xoxb-)",
  ),
  SLACK_API_URL: setting(url.default("https://slack.com/api/"), "only to use another Slack than slack.com"),
} satisfies SettingTable;

/** Where the records are; all that figures and exports need. */
export const AIRTABLE_SETTINGS = {
  AIRTABLE_TOKEN: setting(
    z.string().startsWith("pat"),
    "from airtable.com/create/tokens, scopes data.records:read, data.records:write and schema.bases:read, access to the one base",
  ),
  AIRTABLE_BASE: setting(
    z.string().regex(/^app[A-Za-z0-9]{14}$/),
    "the base's id: in its address, behind airtable.com/ (app…)",
  ),
  AIRTABLE_URL: setting(url.default("https://api.airtable.com"), "only to use another Airtable than airtable.com"),
  AIRTABLE_MAPPING: setting(
    z.string().optional(),
    "only to use a base that exists: a JSON file with the names that its tables and columns have, as docs/airtable.md shows",
  ),
  AIRTABLE_PROCESSES: setting(
    z.coerce.number().int().min(1).max(5).default(1),
    "how many processes share Airtable's limit of calls, 5 at most: each worker, and one more for the operator's commands; 1 when absent",
  ),
} satisfies SettingTable;

export const WORKER_SETTINGS = {
  ...FOR_BOTH,
  TEMPORAL_UI_URL: setting(
    url.optional(),
    "the address of Temporal's web UI, for links in messages to the coordinator",
  ),
  SLACK_MENTORS_CHANNEL: setting(
    channel,
    "the id of the mentors' channel: in Slack, the channel's name, About, at the bottom (C…)",
  ),
  SLACK_COORDINATOR: setting(
    z.union([member, channel]),
    "who hears of unclaimed requests: the coordinator's member id (U…) or a channel of coordinators (C…)",
  ),
  SLACK_COORDINATORS: setting(members, "member ids of all who may act as coordinators, with commas between"),
  SLACK_CEO: setting(
    member,
    "the CEO's member id, who hears of what waits very long: in Slack, the profile, More, Copy member ID (U…)",
  ),
  SLACK_CEOS: setting(members, "member ids of all who may act as the CEO, with commas between"),
  SLACK_CONDUCT_CONTACT: setting(
    z.string().max(200).optional(),
    "whom people write to when something is not right between them: shown wherever two are brought together",
  ),
  ...AIRTABLE_SETTINGS,
  WORKER_HEALTH_PORT: setting(
    z.coerce.number().int().min(0).max(65535).optional(),
    "the port on which the worker's /healthz answers; none when absent",
  ),
  WORKER_METRICS_PORT: setting(
    z.coerce.number().int().min(1).max(65535).optional(),
    "the port on which Prometheus finds the worker's /metrics; none when absent",
  ),
} satisfies SettingTable;

export const GATEWAY_SETTINGS = {
  ...FOR_BOTH,
  SLACK_TRANSPORT: setting(
    z.enum(["socket", "http"]).default("socket"),
    "how Slack reaches us: socket (no public address needed), or http",
  ),
  SLACK_APP_TOKEN: setting(
    z.string().startsWith("xapp-").optional(),
    "for socket: from api.slack.com/apps, your app, Basic Information, App-Level Tokens, scope connections:write (xapp-)",
  ),
  SLACK_SIGNING_SECRET: setting(
    z.string().min(8).optional(),
    "for http: from api.slack.com/apps, your app, Basic Information, Signing Secret",
  ),
  HTTP_PORT: setting(
    z.coerce.number().int().min(0).max(65535).default(3001),
    "for http: the port on which Slack's requests to /slack/events arrive; 3001 when absent",
  ),
  DATA_DIR: setting(
    z.string().default(".data"),
    "a folder for the gateway's last copy of the catalogue; .data when absent",
  ),
  HEALTH_PORT: setting(
    z.coerce.number().int().min(0).max(65535).default(3000),
    "the port on which /healthz answers; 3000 when absent",
  ),
} satisfies SettingTable;
