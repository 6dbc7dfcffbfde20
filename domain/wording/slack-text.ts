import type { MemberId } from "../ids.ts";

/**
 * What a person typed, safe to put into a message: Slack reads `<…>` as a mention or a link, and asks senders to escape
 * exactly these three. https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * What a person typed, of the text that Slack says they typed: there the three are escaped already, and links are in `<…>`.
 * https://docs.slack.dev/messaging/formatting-message-text#extracting-urls
 */
export function typed(text: string): string {
  return text
    .replace(/<(https?:[^|>]+)(\|[^>]*)?>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

export const mention = (member: MemberId): string => `<@${member}>`;

export const mentions = (members: readonly MemberId[]): string => members.map(mention).join(" ");

/** A moment in the reader's own time zone; `fallback` (UTC) is for clients that cannot show it. */
export function moment(at: number): string {
  const fallback = new Date(at).toISOString().replace("T", " ").slice(0, 16);
  return `<!date^${Math.floor(at / 1000)}^{date_short_pretty} at {time}|${fallback} UTC>`;
}

/** What somebody typed, set off from our own words, line by line. */
export function quoted(text: string): string {
  return escaped(text.trim())
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join("\n");
}

/** "a, b and c". */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Room for some fifty skill sets. */
const IN_SHORT = 1_500;

/** The same of very many words: "a, b and 103 more". */
export function listInShort(words: readonly string[]): string {
  let left = IN_SHORT;
  const end = words.findIndex((word) => {
    left -= word.length + 2;
    return left < 0;
  });
  return end <= 0 ? list(words) : list([...words.slice(0, end), `${words.length - end} more`]);
}

/** Shown wherever two people are brought together; nothing while no contact is set. */
export function conduct(contact: string | undefined): string {
  return contact ? ` If anything is not right between you, please write to ${escaped(contact)}.` : "";
}
