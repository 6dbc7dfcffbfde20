/** What a workspace holds before anything happens in it. Ids look like Slack's: T…, U…, C…. */
export interface SlackSeed {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly users: readonly SeedUser[];
  readonly channels: readonly SeedChannel[];
  readonly app: SlackAppSettings;
}

export interface SeedUser {
  readonly id: string;
  /** The handle, without an @. */
  readonly name: string;
  readonly realName?: string;
  readonly email?: string;
  /** An IANA zone; UTC when absent. */
  readonly tz?: string;
  readonly locale?: string;
  readonly isBot?: boolean;
  readonly isAdmin?: boolean;
  readonly deactivated?: boolean;
  /** Direct messages from the app are refused with this error, or with "restricted_action" for `true`. */
  readonly refusesDms?: boolean | string;
}

export interface SeedChannel {
  readonly id: string;
  /** Without a #. */
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  /** User ids. The app can post only where its bot user is among them. */
  readonly members?: readonly string[];
}

/** What api.slack.com/apps says about the app. */
export interface SlackAppSettings {
  readonly id?: string;
  readonly name?: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly botUserId: string;
  readonly botId?: string;
  /** Scopes of the bot token. */
  readonly scopes: readonly string[];
  /** Scopes of the app-level token; `connections:write` when absent. */
  readonly appTokenScopes?: readonly string[];
  /** Subscribed bot events ("app_home_opened", "message.im"); no others are sent. */
  readonly events?: readonly string[];
  /** Registered slash commands; when given, no others can be used. */
  readonly commands?: readonly string[];
  /** Everything is sent here, signed, instead of over Socket Mode. */
  readonly requestUrl?: string;
  /** Set while the bot token is of no use: what calls answer ("token_revoked", "account_inactive"). */
  readonly tokenRefusedWith?: string;
}
