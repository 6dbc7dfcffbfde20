import type { ReactNode } from "react";
import { ControlSequence } from "./control-sequence.tsx";
import type { Reader } from "./reader.ts";
import { unescaped } from "./unescaped.ts";

interface Text {
  readonly text: string;
  readonly reader: Reader;
}

/** Text in Slack's own markup. https://docs.slack.dev/messaging/formatting-message-text */
export function Mrkdwn({ text, reader }: Text): ReactNode {
  return text.split(/```\n?([\s\S]*?)```\n?/).map((piece, i) => {
    if (i % 2 === 1) return <pre key={keyOf(i, piece)}>{unescaped(piece)}</pre>;
    return <Paragraphs key={keyOf(i, piece)} text={piece} reader={reader} />;
  });
}

function Paragraphs({ text, reader }: Text): ReactNode {
  return inRuns(text.split("\n")).map(({ quoted, lines }, i) => {
    const said = lines.map((line, nth) => (
      <span key={keyOf(nth, line)}>
        {nth > 0 && <br />}
        <Inline text={line} reader={reader} />
      </span>
    ));
    const key = keyOf(i, lines.join());
    return quoted ? <blockquote key={key}>{said}</blockquote> : <p key={key}>{said}</p>;
  });
}

/** Quoted lines that follow each other are one quotation; an empty line ends a paragraph. */
function inRuns(lines: readonly string[]): readonly { readonly quoted: boolean; readonly lines: readonly string[] }[] {
  const runs: { quoted: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const quoted = /^(>|&gt;) ?/.test(line);
    const last = runs.at(-1);
    if (last && last.quoted === quoted) last.lines.push(line.replace(/^(>|&gt;) ?/, ""));
    else runs.push({ quoted, lines: [line.replace(/^(>|&gt;) ?/, "")] });
  }
  return runs.filter((run) => run.lines.some((line) => line.trim() !== ""));
}

const INLINE =
  /<([^<>]+)>|`([^`]+)`|(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)|(?<![\w~])~(?=\S)([^~]+?)(?<=\S)~(?![\w~])/g;

/** One line. */
function Inline({ text, reader }: Text): ReactNode {
  const shown: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) shown.push(unescaped(text.slice(at, match.index)));
    shown.push(<Marked key={match.index} match={match} reader={reader} />);
    at = match.index + match[0].length;
  }
  return [...shown, unescaped(text.slice(at))];
}

function Marked({ match, reader }: { readonly match: RegExpMatchArray; readonly reader: Reader }): ReactNode {
  const [, sequence, code, bold, italic, struck] = match;
  if (sequence !== undefined) return <ControlSequence sequence={sequence} reader={reader} />;
  if (code !== undefined) return <code>{unescaped(code)}</code>;
  if (bold !== undefined) return <strong>{<Inline text={bold} reader={reader} />}</strong>;
  if (italic !== undefined) return <em>{<Inline text={italic} reader={reader} />}</em>;
  return <s>{<Inline text={struck ?? ""} reader={reader} />}</s>;
}

const keyOf = (at: number, text: string): string => `${at} ${text.slice(0, 20)}`;
