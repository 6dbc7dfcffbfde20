import { z } from "zod";
import type { Catalogue } from "../domain/catalogue.ts";
import type { MentorProfile } from "../domain/enrolment.ts";
import { ANSWERS } from "../domain/wording/to-whoever-clicked.ts";
import { VOLUNTEER } from "../domain/wording/volunteer-form.ts";
import type { FormErrors } from "./read-request-form.ts";
import { ANY_NUMBER } from "./views/how-many.ts";

const several = z.object({ choice: z.object({ selected_options: z.array(z.object({ value: z.string() })) }) });

/** As long as Slack lets a text be; a volunteer has less, but staff may have written more. */
const BIO_OF_STAFF = 3_000;

const sent = z.object({
  skills: several,
  services: several,
  mentees: z.object({
    choice: z.object({
      selected_option: z.object({ value: z.literal(ANY_NUMBER).or(z.coerce.number().nonnegative()) }),
    }),
  }),
  bio: z.object({ text: z.object({ value: z.string().max(BIO_OF_STAFF).nullish() }) }),
  conduct: several,
});

/** What a volunteer offers; or what is wrong with it. */
export function readVolunteerForm(
  values: unknown,
  catalogue: Catalogue,
): { readonly profile: MentorProfile } | FormErrors {
  const { success, data } = sent.safeParse(values);
  if (!success) return { errors: { skills: ANSWERS.somethingWrong } };
  const chosen = (block: z.infer<typeof several>) => block.choice.selected_options.map(({ value }) => value);
  const skills = catalogue.skills.filter(({ id }) => chosen(data.skills).includes(id));
  const services = catalogue.services.filter(({ id }) => chosen(data.services).includes(id));
  if (skills.length < new Set(chosen(data.skills)).size) return { errors: { skills: VOLUNTEER.noLongerOffered } };
  if (services.length < new Set(chosen(data.services)).size) return { errors: { services: VOLUNTEER.noLongerOffered } };
  if (skills.length === 0) return { errors: { skills: VOLUNTEER.skillsMissing } };
  if (chosen(data.conduct).length === 0) return { errors: { conduct: VOLUNTEER.conductMissing } };
  const bio = data.bio.text.value?.trim() ?? "";
  const { value: mentees } = data.mentees.choice.selected_option;
  return { profile: { skills, services, bio, ...(mentees !== ANY_NUMBER && { maxMentees: mentees }) } };
}

const pause = z.object({ until: z.object({ date: z.object({ selected_date: z.iso.date() }) }) });

/** The day until which somebody takes a break, by its midnight in UTC; undefined unless it is in the future. */
export function readPauseForm(values: unknown, now: number): number | undefined {
  const { success, data } = pause.safeParse(values);
  const until = success ? Date.parse(data.until.date.selected_date) : Number.NaN;
  return until > now ? until : undefined;
}
