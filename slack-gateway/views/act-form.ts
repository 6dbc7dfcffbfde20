import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import type { ActName } from "../../domain/act.ts";
import type { Catalogue } from "../../domain/catalogue.ts";
import type { RequestId } from "../../domain/ids.ts";
import { type ActForm, type Ask, RATINGS } from "../../domain/wording/act-forms.ts";
import { WINDOW } from "../../domain/wording/to-whoever-clicked.ts";
import { menu } from "./menu.ts";

export const ACT_FORM = "act-form";

const WORDS_AT_MOST = 2000;

/** What the form is about; it comes back with it. */
export interface ActFormSubject {
  readonly act: ActName;
  readonly id: RequestId;
  readonly channel?: string | undefined;
}

/** The small form behind a button. */
export function actForm(form: ActForm, subject: ActFormSubject, catalogue?: Catalogue): ModalView {
  return smallForm(ACT_FORM, form, JSON.stringify(subject), catalogue);
}

/** A form of few fields. `carried` comes back with it. */
export function smallForm(
  callback: string,
  { title, submit, fields }: ActForm,
  ...[carried, catalogue]: [string, Catalogue?]
): ModalView {
  return {
    type: "modal",
    callback_id: callback,
    private_metadata: carried,
    title: plain(title),
    submit: plain(submit),
    close: plain(WINDOW.cancel),
    blocks: Object.entries(fields).map(([name, ask]) => input(name, ask, catalogue)),
  };
}

/** What stands in place of a form once it is handed over. */
export function doneView(title: string, text: string): ModalView {
  const blocks: KnownBlock[] = [{ type: "section", text: { type: "mrkdwn", text } }];
  return { type: "modal", title: plain(title), close: plain(WINDOW.close), blocks };
}

/** One field of such a form. */
export function input(name: string, ask: Ask, catalogue?: Catalogue): InputBlock {
  return {
    type: "input",
    block_id: name,
    label: plain(ask.label),
    ...(ask.hint && { hint: plain(ask.hint) }),
    ...(ask.kind === "some-words" && { optional: true }),
    element: element(ask.kind, catalogue),
  };
}

function element(kind: Ask["kind"], catalogue?: Catalogue): InputBlock["element"] {
  const action_id = "value";
  switch (kind) {
    case "words":
    case "some-words":
      return { type: "plain_text_input", action_id, multiline: true, max_length: WORDS_AT_MOST };
    case "moment":
      return { type: "datetimepicker", action_id };
    case "member":
      return { type: "users_select", action_id };
    case "members":
      return { type: "multi_users_select", action_id, max_selected_items: 20 };
    case "rating":
      return {
        type: "radio_buttons",
        action_id,
        options: RATINGS.map((text, i) => ({ text: plain(text), value: String(i + 1) })),
      };
    case "service":
      return { type: "static_select", action_id, ...menu(catalogue?.services ?? []) };
    case "skills":
      return { type: "multi_static_select", action_id, ...menu(catalogue?.skills ?? []) };
  }
}

const plain = (text: string) => ({ type: "plain_text", text }) as const;
