import { inPieces } from "./in-pieces.ts";

/** Stands where something was left out. */
const GOES_ON =
  "_It goes on: Slack shows no more in one message. Coordinators can read all of it with_ `/mentor-requests`.";

/** Less of what somebody wrote, from its end, by so many characters at least as long as there is any; our own words stay. */
export function withLessQuoted(text: string, by: number): string {
  const lines = text.split("\n").filter((line) => line !== GOES_ON);
  let left = by + GOES_ON.length;
  let end = lines.findLastIndex(isQuoted);
  if (end < 0) return text;
  for (let at = end; at >= 0 && left > 0; at = lines.findLastIndex(isQuoted)) {
    const line = lines[at] ?? "";
    const [kept = ""] = left < line.length - WORTH_KEEPING ? inPieces(line, line.length - left) : [];
    lines.splice(at, 1, ...(kept ? [kept] : []));
    left -= line.length + 1 - kept.length;
    end = kept ? at + 1 : at;
  }
  return lines.toSpliced(end, 0, GOES_ON).join("\n");
}

/** Of a line. */
const WORTH_KEEPING = 100;

const isQuoted = (line: string): boolean => line.startsWith("> ");
