import {
  compare,
  FormulaFailure,
  type FormulaValue,
  isEqual,
  isTrue,
  toMoment,
  toNumber,
  toText,
} from "./formula-value.ts";

/** What a formula can see of the row it is asked about. */
export interface FormulaRow {
  readonly id: string;
  readonly createdTime: string;
  readonly modifiedTime: string;
  readonly now: number;
  readonly field: (name: string) => FormulaValue;
}

/** An argument is worked out only when it is asked for: the branch that IF does not take cannot fail. */
type Arg = () => FormulaValue;

export interface FormulaFunction {
  readonly least: number;
  readonly most: number;
  readonly run: (args: readonly Arg[], row: FormulaRow) => FormulaValue;
}

function fn(
  least: number,
  most: number,
  run: (args: readonly FormulaValue[], row: FormulaRow) => FormulaValue,
): FormulaFunction {
  return {
    least,
    most,
    run: (args, row) =>
      run(
        args.map((arg) => arg()),
        row,
      ),
  };
}

const MANY = Number.POSITIVE_INFINITY;
const text = (args: readonly FormulaValue[], index: number): string => toText(args[index] ?? null);
const number = (args: readonly FormulaValue[], index: number): number => toNumber(args[index] ?? null);
const moment = (args: readonly FormulaValue[], index: number): number => toMoment(args[index] ?? null);
const find = (args: readonly FormulaValue[]): number =>
  text(args, 1).indexOf(text(args, 0), args.length > 2 ? number(args, 2) - 1 : 0) + 1;

/** The functions of https://support.airtable.com/docs/formula-field-reference that filters use; not all of them. */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  AND: fn(1, MANY, (args) => args.every(isTrue)),
  OR: fn(1, MANY, (args) => args.some(isTrue)),
  NOT: fn(1, 1, (args) => !args.every(isTrue)),
  XOR: fn(1, MANY, (args) => args.filter(isTrue).length % 2 === 1),
  IF: { least: 2, most: 3, run: ([test, yes, no]) => (test && isTrue(test()) ? yes?.() : no?.()) ?? null },
  SWITCH: { least: 3, most: MANY, run: chooseFrom },
  TRUE: fn(0, 0, () => true),
  FALSE: fn(0, 0, () => false),
  BLANK: fn(0, 0, () => null),
  ERROR: fn(0, 1, () => {
    throw new FormulaFailure();
  }),
  ISERROR: { least: 1, most: 1, run: ([arg]) => (arg ? fails(arg) : false) },

  LOWER: fn(1, 1, (args) => text(args, 0).toLowerCase()),
  UPPER: fn(1, 1, (args) => text(args, 0).toUpperCase()),
  TRIM: fn(1, 1, (args) => text(args, 0).trim()),
  LEN: fn(1, 1, (args) => text(args, 0).length),
  LEFT: fn(2, 2, (args) => text(args, 0).slice(0, number(args, 1))),
  RIGHT: fn(2, 2, (args) => (number(args, 1) > 0 ? text(args, 0).slice(-number(args, 1)) : "")),
  MID: fn(3, 3, (args) => text(args, 0).slice(number(args, 1) - 1, number(args, 1) - 1 + number(args, 2))),
  CONCATENATE: fn(0, MANY, (args) => args.map(toText).join("")),
  SUBSTITUTE: fn(3, 3, (args) => text(args, 0).replaceAll(text(args, 1), text(args, 2))),
  /** 0 when absent. */
  FIND: fn(2, 3, find),
  /** Blank when absent. Whether Airtable's minds upper and lower case is not documented; this one does. */
  SEARCH: fn(2, 3, (args) => find(args) || null),
  ARRAYJOIN: fn(1, 2, (args) => {
    const [list = null] = args;
    return list !== null && typeof list === "object"
      ? list.map(toText).join(args.length > 1 ? text(args, 1) : ", ")
      : toText(list);
  }),
  VALUE: fn(1, 1, (args) => Number(text(args, 0))),

  ABS: fn(1, 1, (args) => Math.abs(number(args, 0))),
  ROUND: fn(1, 2, (args) => Math.round(number(args, 0) * 10 ** number(args, 1)) / 10 ** number(args, 1)),
  MIN: fn(1, MANY, (args) => Math.min(...args.map(toNumber))),
  MAX: fn(1, MANY, (args) => Math.max(...args.map(toNumber))),
  SUM: fn(1, MANY, (args) => args.map(toNumber).reduce((sum, next) => sum + next, 0)),

  RECORD_ID: fn(0, 0, (_, row) => row.id),
  CREATED_TIME: fn(0, 0, (_, row) => row.createdTime),
  LAST_MODIFIED_TIME: fn(0, MANY, (_, row) => row.modifiedTime),
  NOW: fn(0, 0, (_, row) => new Date(row.now).toISOString()),
  TODAY: fn(0, 0, (_, row) => new Date(row.now).toISOString().slice(0, 10)),
  IS_AFTER: fn(2, 2, (args) => moment(args, 0) > moment(args, 1)),
  IS_BEFORE: fn(2, 2, (args) => moment(args, 0) < moment(args, 1)),
  IS_SAME: fn(2, 2, (args) => compare(moment(args, 0), moment(args, 1)) === 0),
};

/** The value, then pairs of a pattern and its result, then perhaps a result for all others. */
function chooseFrom([value, ...rest]: readonly Arg[]): FormulaValue {
  const sought = value?.() ?? null;
  for (let at = 0; at + 1 < rest.length; at += 2) {
    if (isEqual(sought, rest[at]?.() ?? null)) return rest[at + 1]?.() ?? null;
  }
  return rest.length % 2 === 1 ? (rest.at(-1)?.() ?? null) : null;
}

function fails(arg: Arg): boolean {
  try {
    arg();
    return false;
  } catch (error) {
    if (error instanceof FormulaFailure) return true;
    throw error;
  }
}
