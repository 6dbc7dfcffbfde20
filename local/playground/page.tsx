import type { ReactNode } from "react";
import type { Channel } from "../slack-simulator/workspace/channels.ts";
import { SlotView } from "./live/slot.tsx";
import { BESIDE, hrefOf, type Place } from "./place.ts";
import { ComposerView } from "./slack/composer.tsx";
import { HeadingView, type SlackApp, type Slots } from "./slack/screen.tsx";

interface Page {
  readonly id: string;
  readonly place: Place;
  readonly app: SlackApp;
  readonly channel: Channel | undefined;
  readonly name: string;
  readonly slots: Slots;
}

/** The whole page. What changes while somebody looks stands in slots. */
export function PageView({ id, place, app, channel, name, slots }: Page): ReactNode {
  const title = place.where === "home" || channel?.kind === "im" ? app.name : `#${channel?.name ?? ""}`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title}, as ${name} · Muster playground`}</title>
        <link rel="icon" href="/client/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/client/playground.css" />
        <script type="module" src="/client/playground.js" blocking="render" />
      </head>
      <body
        data-page={id}
        data-user={place.user}
        data-where={channel?.kind === "im" ? "app" : place.where}
        data-on-show="conversation"
      >
        <a className="skip" href="#messages">
          To the messages
        </a>
        <header className="top">
          <h1 className="brand">
            <strong>Muster</strong> playground
          </h1>
          <button type="button" className="story" data-story="start">
            Guided story
          </button>
          <button type="button" data-theme-switch="" aria-label="Light or dark">
            <span aria-hidden="true">◐</span>
          </button>
          <SlotView name="wrong" parts={slots.wrong ?? []} className="wrong" />
        </header>
        <div id="story" role="status" hidden />
        <main className="columns">
          <nav className="rail" aria-label="Who you are">
            <SlotView name="people" parts={slots.people ?? []} />
          </nav>
          <nav className="places" aria-label={`Slack of ${name}`}>
            <p className="team">Operation Code</p>
            <p className="you">
              You are <strong>{name}</strong>
            </p>
            <SlotView name="places" parts={slots.places ?? []} />
          </nav>
          <section className="conversation" aria-label="Conversation">
            <header className="heading">
              <HeadingView channel={channel} place={place} app={app} />
              <p className="as">as {name}</p>
            </header>
            <SlotView
              name="messages"
              parts={slots.messages ?? []}
              className="messages"
              id="messages"
              role="log"
              aria-label="Messages"
              tabIndex={0}
            />
            {channel && (
              <ComposerView
                to={channel.kind === "im" ? app.name : title}
                channel={channel.id}
                commands={commandsOf(app)}
              />
            )}
          </section>
          <Beside place={place} app={app} channel={channel} slots={slots} />
        </main>
        <nav className="panes" aria-label="Parts of the page">
          {Object.entries(PANES).map(([pane, label]) => (
            <button key={pane} type="button" data-pane={pane}>
              {label}
            </button>
          ))}
        </nav>
        <SlotView name="modal" parts={slots.modal ?? []} />
        <dialog className="modal confirm" id="confirm" aria-labelledby="confirm-title">
          <h2 id="confirm-title">Are you sure?</h2>
          <p />
          <footer>
            <button type="button" className="button" value="no" />
            <button type="button" className="button primary" value="yes" />
          </footer>
        </dialog>

        <div className="toast" id="toast" role="status" />
      </body>
    </html>
  );
}

const PANES = { rail: "People", places: "Channels", conversation: "Messages", beside: "Behind it" };

const commandsOf = ({ commands, name }: SlackApp) => commands.map((command) => ({ command, about: name }));

function Beside({ place, app, channel, slots }: Pick<Page, "place" | "app" | "channel" | "slots">): ReactNode {
  if (place.thread && channel) {
    return (
      <section className="beside" aria-label="Thread">
        <header className="heading">
          <h2>Thread</h2>
          <a className="close" href={hrefOf(place)}>
            <span aria-hidden="true">✕</span>
            <span className="out-of-sight">Close the thread</span>
          </a>
        </header>
        <SlotView
          name="thread"
          parts={slots.thread ?? []}
          className="messages"
          role="log"
          aria-label="Thread"
          tabIndex={0}
        />
        <ComposerView to="the thread" channel={channel.id} thread={place.thread} commands={commandsOf(app)} />
      </section>
    );
  }
  const beside = place.beside ?? "request";
  return (
    <section className={`beside ${beside}`} aria-label="What is behind it">
      <nav className="tabs" aria-label="What is behind it">
        {BESIDE.map((one) => (
          <a key={one} href={hrefOf(place, { beside: one })} aria-current={one === beside ? "page" : undefined}>
            {one === "request" ? "The request" : "Airtable"}
          </a>
        ))}
      </nav>
      <SlotView name="beside" parts={slots.beside ?? []} className="panel" />
      {beside === "airtable" && (
        <div className="panel table">
          <table>
            <SlotView as="thead" name="columns" parts={slots.columns ?? []} />
            <SlotView as="tbody" name="rows" parts={slots.rows ?? []} />
          </table>
        </div>
      )}
    </section>
  );
}
