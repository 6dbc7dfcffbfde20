import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Catalogue } from "../../domain/catalogue.ts";
import type { Enrolment } from "../../domain/enrolment.ts";
import type { Choice } from "../../domain/request.ts";
import { VOLUNTEER } from "../../domain/wording/volunteer-form.ts";
import { menu } from "./menu.ts";

export const VOLUNTEER_FORM = "volunteer-form";
export const PAUSE_FORM = "pause-form";
export const PAUSE = "volunteer-pause";
export const LEAVE = "volunteer-leave";

const MENTEES = 5;
const BIO_AT_MOST = 500;

/** Volunteering, or changing what was offered: then with what is known, and the ways to pause and to leave. */
export function volunteerForm({ skills, services }: Catalogue, known?: Enrolment): ModalView {
  const profile = known?.profile;
  return {
    type: "modal",
    callback_id: VOLUNTEER_FORM,
    title: plain(VOLUNTEER.title),
    submit: plain(VOLUNTEER.submit),
    close: plain(VOLUNTEER.close),
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: opening(known) } },
      ...(known?.standing === "enrolled" ? [ways()] : []),
      input("skills", VOLUNTEER.skills, {
        type: "multi_static_select",
        action_id: "choice",
        placeholder: plain(VOLUNTEER.choose),
        ...menu(skills),
        ...initial(skills, profile?.skills),
      }),
      {
        ...input("services", VOLUNTEER.services, {
          type: "multi_static_select",
          action_id: "choice",
          placeholder: plain(VOLUNTEER.choose),
          ...menu(services),
          ...initial(services, profile?.services),
        }),
        optional: true,
        hint: plain(VOLUNTEER.servicesHint),
      },
      input("mentees", VOLUNTEER.maxMentees, {
        type: "static_select",
        action_id: "choice",
        options: numbers(),
        ...(profile && numbers()[profile.maxMentees - 1] && { initial_option: number(profile.maxMentees) }),
      }),
      {
        ...input("bio", VOLUNTEER.bio, {
          type: "plain_text_input",
          action_id: "text",
          multiline: true,
          max_length: BIO_AT_MOST,
          ...(profile?.bio && { initial_value: profile.bio }),
        }),
        optional: true,
        hint: plain(VOLUNTEER.bioHint),
      },
      input("conduct", VOLUNTEER.conduct, {
        type: "checkboxes",
        action_id: "choice",
        options: [{ text: plain(VOLUNTEER.conductAccepted), value: "accepted" }],
      }),
    ],
  };
}

/** A break until a day. */
export function pauseForm(): ModalView {
  return {
    type: "modal",
    callback_id: PAUSE_FORM,
    title: plain(VOLUNTEER.pauseTitle),
    submit: plain(VOLUNTEER.submit),
    close: plain(VOLUNTEER.close),
    blocks: [
      {
        ...input("until", VOLUNTEER.pauseUntil, { type: "datepicker", action_id: "date" }),
        hint: plain(VOLUNTEER.pauseHint),
      },
    ],
  };
}

function opening(known?: Enrolment): string {
  switch (known?.standing) {
    case "enrolled":
      return VOLUNTEER.enrolled;
    case "waiting-for-approval":
      return VOLUNTEER.waiting;
    default:
      return VOLUNTEER.about;
  }
}

function ways(): KnownBlock {
  return {
    type: "actions",
    block_id: "ways",
    elements: [
      { type: "button", action_id: PAUSE, text: plain(VOLUNTEER.pause) },
      {
        type: "button",
        action_id: LEAVE,
        style: "danger",
        text: plain(VOLUNTEER.leave),
        confirm: {
          title: plain(VOLUNTEER.leave),
          text: plain(VOLUNTEER.leaveSure),
          confirm: plain("Yes"),
          deny: plain("No"),
        },
      },
    ],
  };
}

function initial(offered: readonly Choice[], chosen: readonly Choice[] = []) {
  const still = offered.filter(({ id }) => chosen.some((choice) => choice.id === id));
  const options = still.length > 0 ? optionsOf(still) : [];
  return options.length > 0 ? { initial_options: options } : {};
}

function optionsOf(choices: readonly Choice[]): PlainTextOption[] {
  const made = menu(choices);
  return "options" in made ? made.options : made.option_groups.flatMap(({ options }) => options);
}

const numbers = (): PlainTextOption[] => Array.from({ length: MENTEES }, (_, i) => number(i + 1));

const number = (n: number): PlainTextOption => ({ text: plain(String(n)), value: String(n) });

function input(block_id: string, label: string, element: InputBlock["element"]): InputBlock {
  return { type: "input", block_id, label: plain(label), element };
}

const plain = (text: string) => ({ type: "plain_text", text }) as const;
