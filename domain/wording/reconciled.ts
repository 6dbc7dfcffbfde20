import type { RecordId, RequestId } from "../ids.ts";
import type {
  ClaimByHand,
  Comparison,
  Drifted,
  NoClaim,
  Renamed,
  UnknownSkills,
  Unusable,
  UnusableRow,
} from "../reconciliation.ts";
import { escaped, mention } from "./slack-text.ts";
import type { Words } from "./words.ts";

/** What a reconciliation has to say: what it has done, and what only a person can do. */
export interface ReconciliationReport {
  readonly started: readonly { readonly request: RequestId; readonly row: RecordId }[];
  readonly claims: readonly ClaimByHand[];
  readonly drifted: readonly Drifted[];
  readonly toDo: readonly ToDo[];
}

export type ToDo =
  | ({ readonly about: "incomplete" } & Comparison["incomplete"][number])
  | { readonly about: "not-started"; readonly row: RecordId }
  | { readonly about: "silent"; readonly request: RequestId }
  | { readonly about: "twice"; readonly request: RequestId }
  | { readonly about: "pairing-twice"; readonly pairing: string }
  | ({ readonly about: "gone" } & Comparison["gone"][number])
  | ({ readonly about: "refused-claim" } & ClaimByHand)
  | { readonly about: "no-claim"; readonly request: RequestId; readonly why: NoClaim }
  | { readonly about: "email"; readonly row: RecordId }
  | ({ readonly about: "unusable" } & UnusableRow)
  | ({ readonly about: "unknown-skills" } & UnknownSkills)
  | ({ readonly about: "renamed" } & Renamed);

/** Whether this key is of an address that Slack does not know. */
export const isOfAnAddress = (key: string): boolean => key.startsWith("email ");

/** What is one and the same the next time as well. */
export function keyOf(toDo: ToDo): string {
  switch (toDo.about) {
    case "incomplete":
      return `incomplete ${[toDo.row, toDo.lacks.join(","), ...(toDo.several ?? [])].join(" ")}`;
    case "not-started":
      return `not-started ${toDo.row}`;
    case "silent":
      return `silent ${toDo.request}`;
    case "twice":
      return `twice ${toDo.request}`;
    case "pairing-twice":
      return `pairing-twice ${toDo.pairing}`;
    case "gone":
      return `gone ${toDo.mentor} ${toDo.request}`;
    case "refused-claim":
      return `refused-claim ${toDo.mentor} ${toDo.request}`;
    case "no-claim":
      return `no-claim ${toDo.request} ${toDo.why}`;
    case "email":
      return `email ${toDo.row}`;
    case "unusable":
      return `unusable ${toDo.row} ${toDo.why}`;
    case "unknown-skills":
      return `unknown-skills ${toDo.row} ${toDo.skills.join(",")}`;
    case "renamed":
      return `renamed ${toDo.table} ${toDo.column ?? ""} ${toDo.today}`;
  }
}

/** So many lines of a kind are written out. */
const AT_MOST = 20;

/** What the coordinator reads after the records were compared with the requests. */
export function reconciled({ started, claims, drifted, toDo }: ReconciliationReport): Words {
  const parts = [
    part(
      "These were typed into the records, and run now",
      started.map(({ request }) => request),
    ),
    part(
      "These claims were recorded there, and count",
      claims.map(({ request, mentor }) => `${mention(mentor)} has ${request}`),
    ),
    part("This was changed there, and is as it was before; to change a request, use its buttons", drifted.map(changed)),
    part("This needs somebody", toDo.map(needed)),
  ];
  return { text: ["*The records in Airtable and the requests were compared.*", ...parts.filter(Boolean)].join("\n") };
}

function part(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length > AT_MOST ? [`… and ${lines.length - AT_MOST} more`] : [];
  return [`${title}:`, ...lines.slice(0, AT_MOST).map((line) => `• ${line}`), ...more].join("\n");
}

function changed({ request, pairing, columns }: Drifted): string {
  const what = pairing === undefined ? request : `the pairing ${pairing}`;
  return columns.length === 0 ? `${what}: its row was gone` : `${what}: ${columns.join(", ")}`;
}

function needed(toDo: ToDo): string {
  switch (toDo.about) {
    case "incomplete":
      return `The row ${toDo.row} has the status \`new\`, but ${[lacking(toDo.lacks), tooMany(toDo.several)].filter(Boolean).join("; it also ")}: mend that, and it runs.`;
    case "not-started":
      return `The row ${toDo.row} has the status \`new\`, but chooses a service or a skill set that has no name: give it one, or choose another, and it runs.`;
    case "silent":
      return `${toDo.request} does not answer, and was left out: look at it in Temporal.`;
    case "twice":
      return `There are two rows of ${toDo.request}: remove one, since nothing can be written there meanwhile.`;
    case "pairing-twice":
      return `There are two rows of the pairing ${toDo.pairing}: remove one, since nothing can be written there meanwhile.`;
    case "gone":
      return `${mention(toDo.mentor)} has ${toDo.request}, but is no active mentor in the records any more: ask them, or take it away.`;
    case "refused-claim":
      return `The claim of ${mention(toDo.mentor)} that was recorded for ${toDo.request} does not count: it is their own request, they were its mentor before, or it waits no more. If it still waits, give it to somebody else with its buttons.`;
    case "no-claim":
      return `The claim that was recorded for ${toDo.request} does not count, and was taken out of its row: ${NO_CLAIM[toDo.why]} Then record it again, or give it to them with its buttons.`;
    case "email":
      return `Slack knows nobody with the e-mail address in the mentor's row ${toDo.row}, or only somebody who has another row: write their \`Slack ID\` there, or remove it.`;
    case "unusable":
      return `The mentor's row ${toDo.row} counts for nobody: ${UNUSABLE[toDo.why](toDo.columns)}`;
    case "unknown-skills":
      return `The mentor's row ${toDo.row} has a skill that is not in Skillsets, or has no name there: ${toDo.skills.join(", ")}. Its other skills count: give that one a name, or choose another.`;
    case "renamed":
      return `${toDo.column === undefined ? "The table" : `The column \`${escaped(toDo.column)}\` of`} ${escaped(toDo.table)} is called \`${escaped(toDo.today)}\` now. That works until Muster is started anew: give it its name back, or say in the file of \`AIRTABLE_MAPPING\` that it is called so.`;
  }
}

const lacking = (columns: readonly string[]): string => (columns.length > 0 ? `lacks ${columns.join(", ")}` : "");
const tooMany = (columns: readonly string[] = []): string =>
  columns.length > 0 ? `has more than one ${columns.join(", ")}` : "";

const NO_CLAIM: { readonly [why in NoClaim]: string } = {
  several: "it named more than one mentor. Choose one.",
  "not-a-slack-id": "its `Mentor Slack ID` was none. Choose the mentor in the column `Mentor` instead.",
  "no-usable-row":
    "no row of Mentors says who that is. See that the mentor has a row, with a `Full Name` and a `Slack ID`.",
};

const UNUSABLE: { readonly [why in Unusable]: (columns: readonly string[] | undefined) => string } = {
  "no-slack-id": () => "it has neither a `Slack ID` nor an e-mail address. Fill in one of them.",
  "not-a-slack-id": () => "its `Slack ID` is none. It is in the person's profile in Slack: More, Copy member ID (U…).",
  "same-email": () =>
    "it has no `Slack ID`, and another row has the same e-mail address. Keep one of them, or write the `Slack ID`.",
  "no-name": () => "it has no name. Fill in the `Full Name`.",
  "same-slack-id-twice": () => "another row has the same `Slack ID`. Keep one of them.",
  "another-type": (columns = []) =>
    `${columns.map((column) => `\`${escaped(column)}\``).join(", ") || "one of its cells"} cannot be read there. \`npm run doctor\` says which column is not as it should be.`,
};
