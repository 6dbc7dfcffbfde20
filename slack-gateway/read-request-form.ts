import { z } from "zod";
import type { Catalogue } from "../domain/catalogue.ts";
import { isMemberId, type MemberId } from "../domain/ids.ts";
import type { Asked, Choice } from "../domain/request.ts";
import { ANSWERS } from "../domain/wording/to-whoever-clicked.ts";

const one = z.object({ choice: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) });
const several = z.object({ choice: z.object({ selected_options: z.array(z.object({ value: z.string() })) }) });
const text = z.object({ text: z.object({ value: z.string().nullish() }) });

const sent = z.object({ service: one, skills: several, details: text, affiliation: one.optional() });

/** By the block that it is about: Slack shows it there. */
export interface FormErrors {
  readonly errors: Readonly<Record<string, string>>;
}

/** Mentors cannot judge a request of three words. Without the blanks around it, which Slack counts as well. */
export const DETAILS_AT_LEAST = 30;

/** What the form says; or what is wrong with it. Slack's own checks are not relied upon: anybody may send anything. */
export function readRequestForm(values: unknown, catalogue: Catalogue): { readonly asked: Asked } | FormErrors {
  const { success, data } = sent.safeParse(values);
  if (!success) return { errors: { details: ANSWERS.somethingWrong } };
  const service = chosen(catalogue.services, data.service.choice.selected_option?.value);
  const wanted = data.skills.choice.selected_options.map(({ value }) => value);
  const skills = catalogue.skills.filter(({ id }) => wanted.includes(id));
  const details = data.details.text.value?.trim() ?? "";
  const affiliation = chosen(catalogue.affiliations, data.affiliation?.choice.selected_option?.value);
  const errors = {
    ...(!service && { service: ANSWERS.chooseService }),
    ...(skills.length === 0 && { skills: ANSWERS.chooseSkills }),
    ...(skills.length < new Set(wanted).size && { skills: ANSWERS.noLongerOffered }),
    ...(details.length < DETAILS_AT_LEAST && { details: ANSWERS.writeDetails }),
  };
  if (!service || Object.keys(errors).length > 0) return { errors };
  return { asked: { service, skills, details: details.slice(0, 3000), ...(affiliation && { affiliation }) } };
}

const member = z.object({
  mentee: z.object({ member: z.object({ selected_user: z.custom<MemberId>(isMemberId) }) }),
});

/** For whom a coordinator files the request. */
export function chosenMember(values: unknown): MemberId | undefined {
  const { success, data } = member.safeParse(values);
  return success ? data.mentee.member.selected_user : undefined;
}

function chosen(choices: readonly Choice[], id: string | undefined): Choice | undefined {
  return choices.find((choice) => choice.id === id);
}
