import { type Token, tokensOf } from "./tokens.ts";

export type Expression =
  | { readonly kind: "literal"; readonly value: string | number }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "minus"; readonly of: Expression }
  | { readonly kind: "operation"; readonly sign: string; readonly left: Expression; readonly right: Expression };

/** Signs by how tightly they bind, the loosest first. */
const LEVELS: readonly (readonly string[])[] = [["=", "!=", "<", "<=", ">", ">="], ["&"], ["+", "-"], ["*", "/"]];

/** The formula as a tree; undefined when it is none. */
export function parseFormula(text: string): Expression | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  try {
    return new Parser(tokens).whole();
  } catch (error) {
    if (error instanceof NoFormula) return undefined;
    throw error;
  }
}

class NoFormula extends Error {}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#operation(0);
    if (this.#at < this.#tokens.length) throw new NoFormula();
    return expression;
  }

  #operation(level: number): Expression {
    const signs = LEVELS[level];
    if (!signs) return this.#single();
    let left = this.#operation(level + 1);
    for (let sign = this.#takeSign(signs); sign !== undefined; sign = this.#takeSign(signs)) {
      left = { kind: "operation", sign, left, right: this.#operation(level + 1) };
    }
    return left;
  }

  #single(): Expression {
    if (this.#takeSign(["-"]) !== undefined) return { kind: "minus", of: this.#single() };
    if (this.#takeSign(["("]) !== undefined) {
      const inner = this.#operation(0);
      this.#expect(")");
      return inner;
    }
    const token = this.#tokens[this.#at++];
    if (token === undefined || token.kind === "sign") throw new NoFormula();
    if (token.kind === "field") return { kind: "field", name: token.name };
    if (token.kind !== "word") return { kind: "literal", value: token.value };
    if (this.#takeSign(["("]) === undefined) return { kind: "field", name: token.word };
    return { kind: "call", name: token.word.toUpperCase(), args: this.#args() };
  }

  #args(): Expression[] {
    const args: Expression[] = [];
    if (this.#takeSign([")"]) !== undefined) return args;
    do args.push(this.#operation(0));
    while (this.#takeSign([","]) !== undefined);
    this.#expect(")");
    return args;
  }

  #takeSign(signs: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || !signs.includes(token.sign)) return undefined;
    this.#at += 1;
    return token.sign;
  }

  #expect(sign: string): void {
    if (this.#takeSign([sign]) === undefined) throw new NoFormula();
  }
}
