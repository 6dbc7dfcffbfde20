export type Token =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "sign"; readonly sign: string };

const PATTERNS: readonly [RegExp, (match: RegExpExecArray) => Token | undefined][] = [
  [/\s+/y, () => undefined],
  [/\d+(\.\d+)?|\.\d+/y, (match) => ({ kind: "number", value: Number(match[0]) })],
  [
    /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y,
    (match) => ({ kind: "text", value: unquote(match[1] ?? match[2] ?? "") }),
  ],
  [/\{([^{}]+)\}/y, (match) => ({ kind: "field", name: match[1] ?? "" })],
  [/[\p{L}_][\p{L}\p{N}_]*/uy, (match) => ({ kind: "word", word: match[0] })],
  [/!=|<=|>=|[=<>&+\-*/(),]/y, (match) => ({ kind: "sign", sign: match[0] })],
];

/** Undefined when the text is no formula. */
export function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = firstMatch(text, at);
    if (!found) return undefined;
    if (found.token) tokens.push(found.token);
    at = found.end;
  }
  return tokens;
}

function firstMatch(text: string, at: number): { token: Token | undefined; end: number } | undefined {
  for (const [pattern, make] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { token: make(match), end: at + match[0].length };
  }
  return undefined;
}

function unquote(quoted: string): string {
  const meant: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
  return quoted.replace(/\\([\s\S])/g, (_, letter: string) => meant[letter] ?? letter);
}
