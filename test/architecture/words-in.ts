import { parseSync } from "oxc-parser";

/** What Slack shows of a block, a view or a message, by the names of Block Kit. */
const SHOWN = new Set([
  "text",
  "title",
  "label",
  "hint",
  "placeholder",
  "submit",
  "close",
  "confirm",
  "deny",
  "fallback",
]);
/** Our short names for such a text. */
const SHOWN_BY = new Set(["plain", "mrkdwn", "section", "option"]);
/** What is written for whoever runs it, or makes an id that nobody reads. */
const LOGGED = new Set(["log", "logger", "console", "inTime", "requestIdFor"]);

interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

type Place = "shown" | "logged" | "elsewhere";

/**
 * The words that stand in this file itself where people would read them: in a block, in a view, in a message. With `prose`
 * also whatever reads like words anywhere else, but for the log and for errors.
 */
export function wordsIn(file: string, source: string, { prose }: { readonly prose: boolean }): readonly string[] {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const found: string[] = [];
  look(program as unknown as Node, "elsewhere");
  return found;

  function look(node: Node, place: Place): void {
    const text = textOf(node);
    if (text !== undefined && place !== "logged") {
      if (place === "shown" ? /\p{L}{2}/u.test(text) : prose && isProse(text)) found.push(text);
    }
    for (const [property, value] of Object.entries(node)) {
      for (const inner of Array.isArray(value) ? value : [value]) {
        if (isNode(inner) && !isAboutTypes(inner)) look(inner, placeOf(node, property, place));
      }
    }
  }
}

/** Where what stands in this property of a node is read. */
function placeOf(node: Node, property: string, place: Place): Place {
  switch (node.type) {
    case "Property":
      if (property === "key") return "logged";
      return SHOWN.has(nameOf(node.key)) && isText(node.value) ? "shown" : place;
    case "CallExpression":
      if (property !== "arguments") return place;
      if (LOGGED.has(nameOf(calleeOf(node)))) return "logged";
      return SHOWN_BY.has(nameOf(node.callee)) ? "shown" : place;
    case "NewExpression":
      return nameOf(node.callee).endsWith("Error") ? "logged" : place;
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
      return property === "source" ? "logged" : place;
    default:
      return place;
  }
}

/** Of `log.warn(…)`, and of `click.logger.warn(…)`, the log. */
function calleeOf({ callee }: Node): unknown {
  const object = isNode(callee) && callee.type === "MemberExpression" ? callee.object : callee;
  return isNode(object) && object.type === "MemberExpression" ? object.property : object;
}

function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === "Literal") return typeof value === "string" ? value : undefined;
  if (type !== "TemplateLiteral") return undefined;
  return (quasis as readonly { readonly value: { readonly cooked: string } }[])
    .map((part) => part.value.cooked)
    .join("…");
}

const isText = (node: unknown): boolean =>
  isNode(node) && (textOf(node) !== undefined || ["ConditionalExpression", "LogicalExpression"].includes(node.type));

/** Two words of small letters in a row, or one that begins with a capital; not a query of Temporal's lists. */
const isProse = (text: string): boolean =>
  !/ (?:!?=|IN|IS) /.test(text) && (/\p{Ll}{2},? \p{Ll}{2}/u.test(text) || /^\p{Lu}\p{Ll}+[.!?…]?$/u.test(text));

const isAboutTypes = ({ type }: Node): boolean => /^TS(?!As|Satisfies|NonNull)/.test(type);

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const nameOf = (node: unknown): string => (isNode(node) && typeof node.name === "string" ? node.name : "");
