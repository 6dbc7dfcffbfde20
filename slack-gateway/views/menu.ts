import type { PlainTextOption } from "@slack/types";
import type { Choice } from "../../domain/request.ts";

/** Slack's limits for a menu. https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const MENU = 100;
const OPTION_TEXT = 75;

type Menu =
  | { options: PlainTextOption[] }
  | { option_groups: { label: PlainTextOption["text"]; options: PlainTextOption[] }[] };

/** A menu of a hundred entries at most; with more, in groups by their first letter. */
export function menu(choices: readonly Choice[]): Menu {
  if (choices.length <= MENU) return { options: choices.map(option) };
  const letters = [...new Set(choices.map(firstLetter))];
  const groups = letters.flatMap((letter) => inHundreds(choices.filter((choice) => firstLetter(choice) === letter)));
  return {
    option_groups: groups.slice(0, MENU).map((group) => ({
      label: { type: "plain_text", text: group[0] ? firstLetter(group[0]) : "" },
      options: group.map(option),
    })),
  };
}

/** A group has room for a hundred as well. */
function inHundreds(choices: readonly Choice[]): (readonly Choice[])[] {
  const groups = Math.ceil(choices.length / MENU);
  return Array.from({ length: groups }, (_, i) => choices.slice(i * MENU, (i + 1) * MENU));
}

const firstLetter = ({ name }: Choice): string => ([...name.trim()][0] ?? "?").toUpperCase();

function option({ id, name }: Choice): PlainTextOption {
  const cut = name.slice(0, OPTION_TEXT - 1).replace(/[\uD800-\uDBFF]$/, "");
  const text = name.length <= OPTION_TEXT ? name : `${cut}…`;
  return { text: { type: "plain_text", text }, value: id };
}
