import { compare, FormulaFailure, type FormulaValue, isEqual, toNumber, toText } from "./formula-value.ts";
import { type FormulaRow, FUNCTIONS } from "./functions.ts";
import type { Expression } from "./parse.ts";

/** What a formula comes to for one row. Throws FormulaFailure where Airtable shows #ERROR!. */
export function evaluate(expression: Expression, row: FormulaRow): FormulaValue {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "field":
      return row.field(expression.name);
    case "minus":
      return -toNumber(evaluate(expression.of, row));
    case "operation":
      return operate(expression.sign, evaluate(expression.left, row), evaluate(expression.right, row));
    case "call": {
      const called = FUNCTIONS[expression.name];
      if (!called) throw new FormulaFailure();
      return called.run(
        expression.args.map((arg) => () => evaluate(arg, row)),
        row,
      );
    }
  }
}

function operate(sign: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  switch (sign) {
    case "=":
      return isEqual(left, right);
    case "!=":
      return !isEqual(left, right);
    case "<":
      return compare(left, right) < 0;
    case "<=":
      return compare(left, right) <= 0;
    case ">":
      return compare(left, right) > 0;
    case ">=":
      return compare(left, right) >= 0;
    case "&":
      return toText(left) + toText(right);
    case "+":
      return toNumber(left) + toNumber(right);
    case "-":
      return toNumber(left) - toNumber(right);
    case "*":
      return toNumber(left) * toNumber(right);
    case "/":
      return divide(toNumber(left), toNumber(right));
    default:
      throw new FormulaFailure();
  }
}

function divide(left: number, right: number): number {
  if (right === 0) throw new FormulaFailure();
  return left / right;
}
