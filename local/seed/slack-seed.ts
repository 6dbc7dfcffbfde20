import manifest from "../../slack-manifest.json" with { type: "json" };
import type { SeedChannel, SlackSeed } from "../slack-simulator/slack-seed.ts";
import { CAST, type Person } from "./cast.ts";
import { LOCAL } from "./local-settings.ts";

const isMentor = ({ mentor }: Person): boolean => mentor !== undefined;

/** The workspace to begin with: everybody in #general, mentors and staff in the private #mentors-internal. */
export function slackSeed(more: readonly Person[] = [], channels: readonly SeedChannel[] = []): SlackSeed {
  const people = [...CAST, ...more];
  const staff = people.filter(({ part }) => part !== undefined);
  return {
    team: LOCAL.team,
    users: people.map(({ id, name, realName, timeZone, part }) => ({
      id,
      name,
      realName,
      tz: timeZone,
      email: `${name}@example.com`,
      isAdmin: part !== undefined,
    })),
    channels: [
      { id: LOCAL.generalChannel, name: "general", members: people.map(({ id }) => id) },
      {
        id: LOCAL.mentorsChannel,
        name: "mentors-internal",
        isPrivate: true,
        members: [...people.filter(isMentor), ...staff].map(({ id }) => id).concat(LOCAL.botUserId),
      },
      ...channels,
    ],
    app: {
      name: "Muster",
      botToken: LOCAL.botToken,
      appToken: LOCAL.appToken,
      signingSecret: LOCAL.signingSecret,
      botUserId: LOCAL.botUserId,
      commands: manifest.features.slash_commands.map(({ command }) => command),
      scopes: manifest.oauth_config.scopes.bot,
      events: manifest.settings.event_subscriptions.bot_events,
    },
  };
}
