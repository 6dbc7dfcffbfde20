import type { ReactNode } from "react";
import type { SlackSimulator } from "../../slack-simulator/slack-simulator.ts";
import { hrefOf, type Place } from "../place.ts";
import type { ReadMarks } from "../read-marks.ts";
import { Avatar } from "./avatar.tsx";

interface Places {
  readonly slack: SlackSimulator;
  readonly place: Place;
  readonly marks: ReadMarks;
  readonly app: { readonly name: string };
}

/** The channels that somebody is in, and the app. */
export function PlacesList({ slack, place, marks, app }: Places): ReactNode {
  const channels = slack.channels().filter(({ kind, members }) => kind !== "im" && members.includes(place.user));
  const dm = slack.channels().find(({ kind, user }) => kind === "im" && user === place.user);
  const withApp = place.where === "home" || place.where === dm?.id;
  return (
    <>
      <h2>Channels</h2>
      <ul>
        {channels.map(({ id, name, kind }) => (
          <li key={id}>
            <Row place={place} where={id} current={place.where === id} unread={marks.unread(place.user, id)}>
              <span className="sign" aria-hidden="true">
                {kind === "private" ? <Lock /> : "#"}
              </span>
              {name}
            </Row>
          </li>
        ))}
      </ul>
      <h2>Apps</h2>
      <ul>
        <li>
          <Row
            place={place}
            where="app"
            current={withApp}
            unread={dm ? marks.unread(place.user, dm.id) : { messages: 0, badge: 0 }}
          >
            <Avatar name={app.name} app />
            {app.name}
          </Row>
        </li>
      </ul>
    </>
  );
}

interface OneRow {
  readonly place: Place;
  readonly where: string;
  readonly current: boolean;
  readonly unread: { readonly messages: number; readonly badge: number };
  readonly children: ReactNode;
}

function Row({ place, where, current, unread, children }: OneRow): ReactNode {
  return (
    <a
      href={hrefOf(place, { where })}
      className={unread.messages > 0 ? "unread" : undefined}
      aria-current={current ? "page" : undefined}
      data-pane="conversation"
    >
      {children}
      {unread.badge > 0 && (
        <span className="count">
          {unread.badge}
          <span className="out-of-sight"> unread</span>
        </span>
      )}
    </a>
  );
}

function Lock(): ReactNode {
  return (
    <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
      <path fill="currentColor" d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7h1Zm1.6 0h4.8V5a2.4 2.4 0 0 0-4.8 0v2Z" />
    </svg>
  );
}
