import { type Logger, LogLevel } from "@slack/bolt";

const RANK = [LogLevel.DEBUG, LogLevel.INFO, LogLevel.WARN, LogLevel.ERROR];

/** Slack's and Airtable's tokens, and the tickets in the addresses of sockets. */
const SECRET = /\b(xox[a-z]|xapp|pat[A-Za-z0-9]{14})[-.][\w.-]+|\bticket=[\w-]+/g;

/**
 * Bolt's log and ours, a line each. Of anything but sentences only the kind is written: errors and payloads may hold
 * what a member wrote, an e-mail address or a token. Lines for debugging are never written: Slack's own hold whole messages.
 */
export function gatewayLog(write: (line: string) => void): Logger {
  let level = LogLevel.WARN;
  const at =
    (rank: LogLevel) =>
    (...parts: unknown[]) => {
      if (RANK.indexOf(rank) < RANK.indexOf(level)) return;
      write(`${new Date().toISOString()} ${rank} gateway: ${parts.map(kindOf).join(" ")}`);
    };
  return {
    debug: () => undefined,
    info: at(LogLevel.INFO),
    warn: at(LogLevel.WARN),
    error: at(LogLevel.ERROR),
    setLevel: (to) => {
      level = to;
    },
    getLevel: () => level,
    setName: () => undefined,
  };
}

function kindOf(part: unknown): string {
  if (typeof part === "string") return firstLine(part).replace(SECRET, "(secret)").slice(0, 300);
  if (!(part instanceof Error)) return `(${typeof part})`;
  const code = "code" in part && typeof part.code === "string" ? ` ${part.code}` : "";
  const cause = part.cause instanceof Error ? `, because of ${kindOf(part.cause)}` : "";
  return `(${part.name}${code}${cause})`;
}

const firstLine = (text: string): string => text.split(/[\r\n\u2028\u2029]/, 1).join();
