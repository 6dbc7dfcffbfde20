import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Catalogue } from "../../domain/catalogue.ts";
import type { KnownOffer } from "../../domain/enrolment.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Choice } from "../../domain/request.ts";
import { confirmation } from "../../domain/wording/button-block.ts";
import { day } from "../../domain/wording/day.ts";
import { VOLUNTEER } from "../../domain/wording/volunteer-form.ts";
import { howMany } from "./how-many.ts";
import { menu } from "./menu.ts";

export const VOLUNTEER_FORM = "volunteer-form";
export const PAUSE_FORM = "pause-form";
export const PAUSE = "volunteer-pause";
export const RESUME = "volunteer-resume";
export const LEAVE = "volunteer-leave";

const BIO_AT_MOST = 500;
/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const INPUT_AT_MOST = 3_000;

/** Stands in place of the form until it is known what somebody offers. */
export function lookingUpView(): ModalView {
  return {
    type: "modal",
    title: plain(VOLUNTEER.title),
    close: plain(VOLUNTEER.close),
    blocks: [{ type: "section", text: { type: "mrkdwn", text: VOLUNTEER.lookingUp } }],
  };
}

/** Volunteering, or changing what was offered: then with what is known, and the ways to pause and to leave. */
export function volunteerForm({ skills, services }: Catalogue, known: KnownOffer | "unknown"): ModalView {
  const { standing, offer, pausedUntil } = known === "unknown" ? {} : known;
  const bio = offer?.bio.slice(0, INPUT_AT_MOST) ?? "";
  return {
    type: "modal",
    callback_id: VOLUNTEER_FORM,
    title: plain(VOLUNTEER.title),
    submit: plain(VOLUNTEER.submit),
    close: plain(VOLUNTEER.close),
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: opening(known) } },
      ...(standing === "enrolled" ? [ways(pausedUntil !== undefined)] : []),
      input("skills", VOLUNTEER.skills, {
        type: "multi_static_select",
        action_id: "choice",
        placeholder: plain(VOLUNTEER.choose),
        ...menu(skills),
        ...initial(skills, offer?.skills),
      }),
      {
        ...input("services", VOLUNTEER.services, {
          type: "multi_static_select",
          action_id: "choice",
          placeholder: plain(VOLUNTEER.choose),
          ...menu(services),
          ...initial(services, offer?.services),
        }),
        optional: true,
        hint: plain(VOLUNTEER.servicesHint),
      },
      input("mentees", VOLUNTEER.maxMentees, {
        type: "static_select",
        action_id: "choice",
        ...howMany(offer),
      }),
      {
        ...input("bio", VOLUNTEER.bio, {
          type: "plain_text_input",
          action_id: "text",
          multiline: true,
          max_length: Math.max(BIO_AT_MOST, bio.length),
          ...(bio && { initial_value: bio }),
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

function opening(known: KnownOffer | "unknown"): string {
  if (known === "unknown") return `${VOLUNTEER.about}\n\n${VOLUNTEER.unknown}`;
  const { standing, pausedUntil } = known;
  switch (standing) {
    case "enrolled":
      if (pausedUntil === undefined) return VOLUNTEER.enrolled;
      return `${VOLUNTEER.enrolled}\n\n${VOLUNTEER.onBreak(day(pausedUntil))}`;
    case "waiting-for-approval":
      return VOLUNTEER.waiting;
    default:
      return VOLUNTEER.about;
  }
}

function ways(onBreak: boolean): KnownBlock {
  return {
    type: "actions",
    block_id: "ways",
    elements: [
      ...(onBreak ? [{ type: "button", action_id: RESUME, text: plain(VOLUNTEER.resume) } as const] : []),
      { type: "button", action_id: PAUSE, text: plain(onBreak ? VOLUNTEER.pauseAnew : VOLUNTEER.pause) },
      {
        type: "button",
        action_id: LEAVE,
        style: "danger",
        text: plain(VOLUNTEER.leave),
        confirm: confirmation(VOLUNTEER.leave, VOLUNTEER.leaveSure),
      },
    ],
  };
}

function initial(offered: readonly Choice[], chosen: readonly RecordId[] = []) {
  const still = offered.filter(({ id }) => chosen.includes(id));
  const options = still.length > 0 ? optionsOf(still) : [];
  return options.length > 0 ? { initial_options: options } : {};
}

function optionsOf(choices: readonly Choice[]): PlainTextOption[] {
  const made = menu(choices);
  return "options" in made ? made.options : made.option_groups.flatMap(({ options }) => options);
}

function input(block_id: string, label: string, element: InputBlock["element"]): InputBlock {
  return { type: "input", block_id, label: plain(label), element };
}

const plain = (text: string) => ({ type: "plain_text", text }) as const;
