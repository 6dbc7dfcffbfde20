import type { ModalView, PlainTextOption } from "@slack/types";
import type { Catalogue } from "../../domain/catalogue.ts";
import type { Choice } from "../../domain/request.ts";
import { FORM } from "../../domain/wording/request-form.ts";

export const REQUEST_FORM = "request-form";

/** Slack's limits for a menu. https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const MENU = 100;
const OPTION_TEXT = 75;

/** Mentors cannot judge a request of three words. */
const DETAILS_AT_LEAST = 30;
const DETAILS_AT_MOST = 3000;

/** The form in which a member asks for a mentor. */
export function requestForm({ services, skills, affiliations }: Catalogue): ModalView {
  return {
    type: "modal",
    callback_id: REQUEST_FORM,
    title: plain(FORM.title),
    submit: plain(FORM.submit),
    close: plain(FORM.close),
    blocks: [
      {
        type: "input",
        block_id: "service",
        label: plain(FORM.service),
        element: { type: "static_select", action_id: "choice", placeholder: plain(FORM.choose), ...menu(services) },
      },
      {
        type: "input",
        block_id: "skills",
        label: plain(FORM.skills),
        hint: plain(FORM.skillsHint),
        element: {
          type: "multi_static_select",
          action_id: "choice",
          placeholder: plain(FORM.chooseSome),
          ...menu(skills),
        },
      },
      {
        type: "input",
        block_id: "details",
        label: plain(FORM.details),
        hint: plain(FORM.detailsHint),
        element: {
          type: "plain_text_input",
          action_id: "text",
          multiline: true,
          min_length: DETAILS_AT_LEAST,
          max_length: DETAILS_AT_MOST,
        },
      },
      ...(affiliations.length === 0
        ? []
        : [
            {
              type: "input" as const,
              block_id: "affiliation",
              optional: true,
              label: plain(FORM.affiliation),
              element: {
                type: "static_select" as const,
                action_id: "choice",
                placeholder: plain(FORM.choose),
                ...menu(affiliations),
              },
            },
          ]),
    ],
  };
}

/** What stands in place of the form once the request is taken. */
export function thanksView(): ModalView {
  return {
    type: "modal",
    title: plain(FORM.title),
    close: plain(FORM.done),
    blocks: [{ type: "section", text: { type: "mrkdwn", text: FORM.thanks } }],
  };
}

const plain = (text: string) => ({ type: "plain_text", text }) as const;

type Menu =
  | { options: PlainTextOption[] }
  | { option_groups: { label: ReturnType<typeof plain>; options: PlainTextOption[] }[] };

/** A menu of a hundred entries at most; with more, in groups by their first letter. */
function menu(choices: readonly Choice[]): Menu {
  if (choices.length <= MENU) return { options: choices.map(option) };
  const letters = [...new Set(choices.map(firstLetter))];
  return {
    option_groups: letters.slice(0, MENU).map((letter) => ({
      label: plain(letter),
      options: choices
        .filter((choice) => firstLetter(choice) === letter)
        .slice(0, MENU)
        .map(option),
    })),
  };
}

const firstLetter = ({ name }: Choice): string => (name.trim()[0] ?? "?").toUpperCase();

function option({ id, name }: Choice): PlainTextOption {
  const text =
    [...name].length <= OPTION_TEXT && name.length <= OPTION_TEXT ? name : `${name.slice(0, OPTION_TEXT - 1)}…`;
  return { text: plain(text), value: id };
}
