import type { SlackSimulator } from "../../slack-simulator/slack-simulator.ts";
import type { Clock } from "../clock.ts";
import { clockOf } from "../clock.ts";
import { hrefOf, type Place } from "../place.ts";

/** Whoever looks at the page, and how things are called for them. */
export interface Reader {
  readonly id: string;
  readonly place: Place;
  readonly clock: Clock;
  /** Of a person, an app or a channel; the id itself when there is no such thing. */
  nameOf(id: string): string;
  /** A link that can be followed, or nothing when it leads nowhere that is safe. */
  linkTo(url: string): string | undefined;
}

export function readerOf(
  slack: SlackSimulator,
  place: Place,
  appName: { readonly id: string; readonly name: string },
): Reader {
  const people = new Map(slack.users().map((user) => [user.id, user]));
  const channels = new Map(slack.channels().map((channel) => [channel.id, channel.name]));
  return {
    id: place.user,
    place,
    clock: clockOf(people.get(place.user)?.tz ?? "UTC"),
    nameOf: (id) => {
      if (id === appName.id) return appName.name;
      const person = people.get(id);
      return person?.realName ?? person?.name ?? channels.get(id) ?? id;
    },
    linkTo: (url) => {
      const archived = /\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})/.exec(url);
      if (archived) return `${hrefOf(place, { where: archived[1] ?? "" })}#m-${archived[2]}-${archived[3]}`;
      return /^(https?:|mailto:)/.test(url) && URL.canParse(url) ? url : undefined;
    },
  };
}
