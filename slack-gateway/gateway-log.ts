import { type Logger, LogLevel } from "@slack/bolt";

const RANK = [LogLevel.DEBUG, LogLevel.INFO, LogLevel.WARN, LogLevel.ERROR];

/**
 * Bolt's log and ours, a line each. Of anything but our own sentences only the kind is written: errors and payloads may
 * hold what a member wrote, an e-mail address or a token.
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
    debug: at(LogLevel.DEBUG),
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
  if (typeof part === "string") return part.split("\n")[0]?.slice(0, 300) ?? "";
  if (!(part instanceof Error)) return `(${typeof part})`;
  const code = "code" in part && typeof part.code === "string" ? ` ${part.code}` : "";
  const cause = part.cause instanceof Error ? `, because of ${kindOf(part.cause)}` : "";
  return `(${part.name}${code}${cause})`;
}
