/** The text in pieces of at most so many characters, cut between lines where it can be, and never inside an `&amp;` or `<@…>`. */
export function inPieces(text: string, atMost: number): readonly string[] {
  if (text.length <= atMost) return [text];
  const head = text.slice(0, atMost);
  const whole = head.replace(/(&[a-z]{0,3}|<[^>]*|[\uD800-\uDBFF])$/, "") || head;
  // The spaces inside `<!date^…>` and the words of a link are no place to cut.
  const outside = whole.replace(/<[^>]*>/g, ({ length }) => "x".repeat(length));
  const line = outside.lastIndexOf("\n");
  const word = outside.lastIndexOf(" ");
  const cut = line > atMost / 2 ? line : word > atMost / 2 ? word : whole.length;
  const quote = text.slice(0, cut).split("\n").at(-1)?.startsWith("> ") && text[cut] !== "\n" ? "> " : "";
  return [text.slice(0, cut), ...inPieces(quote + text.slice(cut).replace(/^[\n ]/, ""), atMost)];
}
