import type { InputBlock, ModalView } from "@slack/types";
import type { Catalogue } from "../../domain/catalogue.ts";
import type { Allowance } from "../../domain/request-limit.ts";
import { WHY } from "../../domain/wording/act-forms.ts";
import { FOR_STAFF } from "../../domain/wording/for-staff.ts";
import { usualWait as waitInWords } from "../../domain/wording/insights.ts";
import { FORM } from "../../domain/wording/request-form.ts";
import { DETAILS_AT_LEAST } from "../read-request-form.ts";
import { input } from "./act-form.ts";
import { menu } from "./menu.ts";

export const REQUEST_FORM = "request-form";

/** What a form carries that a coordinator fills in for somebody. */
export const FOR_SOMEBODY = "for-somebody";

const DETAILS_AT_MOST = 3000;

/** What a form says besides: how many requests are left, and how many days it usually takes. */
interface About {
  readonly left?: Allowance;
  readonly usualWait?: number | undefined;
  readonly forSomebody?: boolean;
}

/** The form in which a member asks for a mentor. */
export function requestForm(
  { services, skills, affiliations }: Catalogue,
  { left, usualWait, forSomebody }: About = {},
): ModalView {
  return {
    type: "modal",
    callback_id: REQUEST_FORM,
    title: plain(FORM.title),
    submit: plain(FORM.submit),
    close: plain(FORM.close),
    ...(forSomebody && { private_metadata: FOR_SOMEBODY }),
    blocks: [
      ...(forSomebody ? [forWhom()] : []),
      {
        type: "context",
        block_id: "left",
        elements: [mrkdwn(left ? FORM.left(left) : FORM.about), mrkdwn(waitInWords(usualWait))],
      },
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
      ...(forSomebody ? [input("why", WHY)] : []),
    ],
  };
}

function forWhom(): InputBlock {
  const element = { type: "users_select", action_id: "member" } as const;
  return { type: "input", block_id: "mentee", label: plain(FOR_STAFF.forWhom), element };
}

/** What stands in place of the form once the request is taken. */
export function thanksView(text: string): ModalView {
  return {
    type: "modal",
    title: plain(FORM.title),
    close: plain(FORM.done),
    blocks: [{ type: "section", text: { type: "mrkdwn", text } }],
  };
}

const mrkdwn = (text: string) => ({ type: "mrkdwn", text }) as const;
const plain = (text: string) => ({ type: "plain_text", text }) as const;
