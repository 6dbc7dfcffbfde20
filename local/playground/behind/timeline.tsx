import type { ReactNode } from "react";
import { isMemberId } from "../../../domain/ids.ts";
import type { Entry, Timeline } from "../../../domain/timeline.ts";
import type { Reader } from "../slack/reader.ts";

interface Told {
  readonly timeline: Timeline;
  readonly reader: Reader;
}

/** What has happened, the latest first. */
export function TimelineView({ timeline: { entries, beyond }, reader }: Told): ReactNode {
  return (
    <section aria-label="What has happened">
      <h3>What has happened</h3>
      <ol className="timeline" reversed>
        {[...entries].reverse().map((entry) => (
          <li key={`${entry.at} ${entry.what} ${entry.to} ${entry.note}`}>
            <time dateTime={new Date(entry.at).toISOString()}>{reader.clock.moment(entry.at)}</time>{" "}
            <Happened entry={entry} reader={reader} />
          </li>
        ))}
      </ol>
      {Object.entries(beyond).map(([what, count]) => (
        <p key={what} className="note">
          and {count} times more: {what}
        </p>
      ))}
    </section>
  );
}

const AUDIENCES: Readonly<Record<string, string>> = {
  mentors: "the mentors",
  mentee: "the mentee",
  coordinator: "the coordinator",
  ceo: "the CEO",
};

function Happened({
  entry: { by, what, to, note, words },
  reader,
}: {
  readonly entry: Entry;
  readonly reader: Reader;
}): ReactNode {
  const named = (id: string): string => (isMemberId(id) ? reader.nameOf(id) : (AUDIENCES[id] ?? id));
  return (
    <>
      {by !== "muster" && <strong>{named(by)} </strong>}
      {what.replaceAll("-", " ")}
      {to && ` ${named(to)}`}
      {note && <span className="step">{note.replaceAll("-", " ")}</span>}
      {words && <q>{words}</q>}
    </>
  );
}
