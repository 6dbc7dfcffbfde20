/** The files in which a programme on one machine goes on, by what they hold. */
export const KEPT = {
  temporal: "temporal.db",
  slack: "slack.json",
  airtable: "airtable.json",
  /** The gateway's last copy of what forms need. */
  programme: "programme.json",
} as const;
