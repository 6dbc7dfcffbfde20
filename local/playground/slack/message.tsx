import type { ReactNode } from "react";
import { initialState } from "../../slack-simulator/block-kit/state-values.ts";
import type { EphemeralMessage, SlackMessage } from "../../slack-simulator/slack-message.ts";
import type { SeedUser } from "../../slack-simulator/slack-seed.ts";
import { about } from "../about.ts";
import { hrefOf } from "../place.ts";
import { Avatar } from "./avatar.tsx";
import { BlocksView } from "./blocks.tsx";
import { Mrkdwn } from "./mrkdwn.tsx";
import type { Reader } from "./reader.ts";
import { requestOf, writtenAt } from "./virtual-time.ts";

export interface Seen {
  readonly message: SlackMessage | EphemeralMessage;
  readonly from: { readonly name: string; readonly app: boolean };
  readonly reader: Reader;
  readonly people: readonly SeedUser[];
  /** The day, where it is another than that of the message before. */
  readonly day?: string | undefined;
  /** So much time was skipped since the message before, in milliseconds. */
  readonly later?: number | undefined;
  /** Replies below it, when it is shown outside of its thread. */
  readonly replies?: number | undefined;
}

/** One message, and above it a line when a new day has begun or time was skipped. */
export function MessageView(seen: Seen): ReactNode {
  const { message, from, reader, people, day, later, replies = 0 } = seen;
  const { at, skipped } = writtenAt(message);
  const within = `m-${message.ts.replace(".", "-")}`;
  const alone = "via" in message;
  const setting = { reader, within, people, state: initialState(message.blocks ?? []) };
  return (
    <>
      {(day || later !== undefined) && (
        <div className={later === undefined ? "day" : "day skipped"}>
          <span>
            {later !== undefined && <strong>{about(later)} later, skipped · </strong>}
            {day ?? reader.clock.day(at)}
          </span>
        </div>
      )}
      <article
        id={within}
        className={alone ? "message alone" : "message"}
        tabIndex={-1}
        aria-label={`${from.name}, ${reader.clock.time(at)}`}
        data-channel={message.channel}
        data-ts={message.ts}
      >
        <Avatar {...from} />
        <div className="body">
          <p className="by">
            <strong>{from.name}</strong>
            {from.app && <span className="badge">APP</span>}
            <time
              dateTime={new Date(at).toISOString()}
              title={skipped ? "In the skipped time of its request" : undefined}
            >
              {reader.clock.time(at)}
            </time>
            <Behind {...seen} />
          </p>
          {alone && <p className="only-you">Only visible to you</p>}
          {message.blocks && message.blocks.length > 0 ? (
            <BlocksView blocks={message.blocks} setting={setting} />
          ) : (
            <Mrkdwn text={message.text} reader={reader} />
          )}
          {"edited" in message && message.edited && !from.app && <span className="edited">(edited)</span>}
          <Thread {...seen} replies={replies} />
        </div>
      </article>
    </>
  );
}

/** Leads to the request that the message is about, and says nothing to people who use Slack. */
function Behind({ message, reader: { place } }: Seen): ReactNode {
  const request = requestOf(message);
  if (!request) return null;
  return (
    <a className="behind" href={hrefOf(place, { request, beside: "request" })} data-pane="beside">
      What is behind it
    </a>
  );
}

function Thread({ message, reader: { place }, replies }: Seen): ReactNode {
  if ("via" in message || !replies) return null;
  return (
    <a className="replies" href={hrefOf(place, { thread: message.thread_ts ?? message.ts })} data-pane="beside">
      {replies === 1 ? "1 reply" : `${replies} replies`}
    </a>
  );
}
