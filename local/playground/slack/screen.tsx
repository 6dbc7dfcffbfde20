import type { ReactNode } from "react";
import type { SlackSimulator } from "../../slack-simulator/slack-simulator.ts";
import type { Channel } from "../../slack-simulator/workspace/channels.ts";
import { looks, type Part } from "../live/part.ts";
import { hrefOf, type Place } from "../place.ts";
import type { ReadMarks } from "../read-marks.ts";
import { BlocksView } from "./blocks.tsx";
import { channelParts, threadParts } from "./message-parts.tsx";
import { ModalView } from "./modal.tsx";
import { PeopleRail } from "./people-rail.tsx";
import { PlacesList } from "./places-list.tsx";
import { type Reader, readerOf } from "./reader.ts";

export interface SlackApp {
  readonly id: string;
  readonly name: string;
  readonly commands: readonly string[];
}

export interface Looking {
  readonly slack: SlackSimulator;
  readonly app: SlackApp;
  readonly marks: ReadMarks;
  readonly place: Place;
}

export type Slots = Readonly<Record<string, readonly Part[]>>;

/** All of Slack that somebody sees at a place, by the slots of the page. */
export function slackSlots({ slack, app, marks, place }: Looking): Slots {
  const reader = readerOf(slack, place, app);
  const people = slack.users();
  const looking = { slack, reader, appUser: app.id };
  const view = slack.openViews(place.user).at(-1);
  return {
    people: [looks("people", <PeopleRail people={people} place={place} marks={marks} />)],
    places: [looks("places", <PlacesList slack={slack} place={place} marks={marks} app={app} />)],
    messages: place.where === "home" ? homeParts(slack, reader) : channelParts(looking, place.where),
    ...(place.thread && { thread: threadParts(looking, place.where, place.thread) }),
    modal: view
      ? [
          {
            key: view.id,
            version: view.hash,
            draw: () => <ModalView view={view} reader={reader} people={people} />,
          },
        ]
      : [],
  };
}

function homeParts(slack: SlackSimulator, reader: Reader): readonly Part[] {
  const home = slack.home(reader.id);
  if (!home) return [looks("home", <p className="empty">The app has not drawn a Home tab for you (yet).</p>)];
  const setting = { reader, within: home.id, people: slack.users(), state: home.state.values };
  return [looks("home", <HomeView id={home.id}>{<BlocksView blocks={home.blocks} setting={setting} />}</HomeView>)];
}

function HomeView({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="home" data-view={id}>
      {children}
    </div>
  );
}

/** What stands above a conversation. */
export function HeadingView({
  channel,
  place,
  app,
}: Pick<Looking, "place" | "app"> & { readonly channel: Channel | undefined }): ReactNode {
  if (place.where !== "home" && channel?.kind !== "im") {
    return (
      <>
        <h2>{channel?.kind === "private" ? channel.name : `# ${channel?.name ?? ""}`}</h2>
        <p>{channel?.members.length ?? 0} members</p>
      </>
    );
  }
  return (
    <>
      <h2>{app.name}</h2>
      <nav className="tabs" aria-label={app.name}>
        <Tab place={place} where="home" current={place.where === "home"}>
          Home
        </Tab>
        <Tab place={place} where="app" current={place.where !== "home"}>
          Messages
        </Tab>
      </nav>
    </>
  );
}

interface OneTab {
  readonly place: Place;
  readonly where: string;
  readonly current: boolean;
  readonly children: ReactNode;
}

function Tab({ place, where, current, children }: OneTab): ReactNode {
  return (
    <a href={hrefOf(place, { where })} aria-current={current ? "page" : undefined}>
      {children}
    </a>
  );
}
