import { invalidFormula } from "../api-error.ts";
import { FUNCTIONS } from "./functions.ts";
import { type Expression, parseFormula } from "./parse.ts";

const UNREADABLE = "Invalid formula. Please check your formula text.";

/** A formula that names only what exists; else the 422 that Airtable answers. Fields go by name here, never by id. */
export function compileFormula(text: string, fieldNames: ReadonlySet<string>): Expression {
  const expression = parseFormula(text);
  if (!expression) throw invalidFormula(UNREADABLE);

  const fields = new Set<string>();
  const functions = new Set<string>();
  for (const part of partsOf(expression)) {
    if (part.kind === "field" && !fieldNames.has(part.name)) fields.add(part.name.toLowerCase());
    if (part.kind === "call" && !FUNCTIONS[part.name]) functions.add(part.name.toLowerCase());
  }
  if (fields.size) throw invalidFormula(`Unknown field names: ${[...fields].join(", ")}`);
  if (functions.size) throw invalidFormula(`Unknown function names: ${[...functions].join(", ")}`);

  for (const part of partsOf(expression)) {
    const called = part.kind === "call" ? FUNCTIONS[part.name] : undefined;
    if (part.kind !== "call" || !called) continue;
    if (part.args.length < called.least || part.args.length > called.most) throw invalidFormula(UNREADABLE);
  }
  return expression;
}

function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  switch (expression.kind) {
    case "literal":
    case "field":
      return;
    case "minus":
      yield* partsOf(expression.of);
      return;
    case "operation":
      yield* partsOf(expression.left);
      yield* partsOf(expression.right);
      return;
    case "call":
      for (const arg of expression.args) yield* partsOf(arg);
  }
}
