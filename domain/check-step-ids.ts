import type { Table } from "./policy.ts";

/** A row of a policy, as far as its id goes. `where`: how it is called in what is said of it. */
export interface NamedRow {
  readonly table: Table;
  readonly where: string;
  readonly id: string;
  readonly do: unknown;
  readonly repeats: boolean;
}

/** What the programme says by itself, whatever the policy: nothing is said twice under one name. */
const OURS: readonly string[] = [
  "agreed",
  "another-mentor",
  "assigned",
  "claim-in-doubt",
  "claimed",
  "closed",
  "contradiction",
  "escalate",
  "have-you-written",
  "invited",
  "lapsed",
  "low-rating",
  "mention",
  "nobody-matches",
  "open-again",
  "solved",
  "still-wanted",
  "taken-away",
  "unanswered",
  "withdrawn",
];

/** The same, each with a number or with the step that it follows. */
const OURS_BEGIN =
  /^(ask-details|ask-mentee|bump-by-hand|changed|details-added)-\d+$|^(mention|nobody-matches|unreachable)-/;

/** What is done, and what is said, is remembered by the id of its step alone. */
export function idProblems(rows: readonly NamedRow[]): readonly string[] {
  return rows.flatMap((row) => {
    const { id, table, where } = row;
    const other = rows.find((one) => one.id === id)?.table ?? table;
    const repeated = rows.find((one) => one.repeats && one.table === table && isTimeOf(one.id, id));
    return [
      ...(other === table
        ? []
        : [`${where}: ${other} has a step called "${id}" as well; it would count as done by that.`]),
      ...(isOurs(row)
        ? [`${where}: "${id}" is what the programme calls a message of its own; choose another id.`]
        : []),
      ...(repeated ? [`${where}: "${id}" is what a later time of "${repeated.id}" is called; choose another id.`] : []),
    ];
  });
}

/** The step that closes unanswered is called as its message is. */
function isOurs({ id, do: deed }: NamedRow): boolean {
  return OURS_BEGIN.test(id) || (OURS.includes(id) && !(id === "unanswered" && deed === "close-unanswered"));
}

const isTimeOf = (repeating: string, id: string): boolean =>
  id.startsWith(`${repeating}-`) && /^\d+$/.test(id.slice(repeating.length + 1));
