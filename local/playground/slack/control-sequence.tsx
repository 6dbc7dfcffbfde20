import type { ReactNode } from "react";
import type { Reader } from "./reader.ts";
import { unescaped } from "./unescaped.ts";

interface Sequence {
  /** What stands between < and >. */
  readonly sequence: string;
  readonly reader: Reader;
}

/** A mention, a date or a link. */
export function ControlSequence({ sequence, reader }: Sequence): ReactNode {
  const [target = "", ...rest] = sequence.split("|");
  const label = rest.join("|");
  const id = target.slice(1);
  if (target.startsWith("@")) {
    return <span className={id === reader.id ? "mention you" : "mention"}>@{reader.nameOf(id)}</span>;
  }
  if (target.startsWith("#")) return <span className="mention">#{reader.nameOf(id)}</span>;
  if (target.startsWith("!date^")) return <DateOf target={target} fallback={label} reader={reader} />;
  if (target.startsWith("!")) return <span className="mention">@{label || id}</span>;
  const href = reader.linkTo(unescaped(target));
  const text = unescaped(label || target);
  if (href === undefined) return text;
  const elsewhere = href.startsWith("/") ? {} : { target: "_blank", rel: "noopener noreferrer" };
  return (
    <a href={href} {...elsewhere}>
      {text}
    </a>
  );
}

interface Dated {
  readonly target: string;
  readonly fallback: string;
  readonly reader: Reader;
}

/** https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
function DateOf({ target, fallback, reader: { clock } }: Dated): ReactNode {
  const [, seconds, format = ""] = target.split("^");
  const at = Number(seconds) * 1000;
  if (!Number.isFinite(at)) return fallback;
  const shown = format.replaceAll(/\{date[a-z_]*\}/g, clock.day(at)).replaceAll(/\{time(_secs)?\}/g, clock.time(at));
  return <time dateTime={new Date(at).toISOString()}>{shown}</time>;
}
