/**
 * A message as people read it: mentions by name, links and moments by what is shown of them.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function asRead(text: string, nameOf: (userId: string) => string): string {
  return text
    .replace(/<@(\w+)>/g, (_mention, id: string) => `@${nameOf(id)}`)
    .replace(/<![^|>]*\|([^>]*)>/g, "$1")
    .replace(/<[^|>]*\|([^>]*)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
