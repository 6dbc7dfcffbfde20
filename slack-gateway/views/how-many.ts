import type { PlainTextOption } from "@slack/types";
import { VOLUNTEER } from "../../domain/wording/volunteer-form.ts";

export const ANY_NUMBER = "any";
const AT_MOST = 5;

/** How many mentees at a time: one to five, any number, and whatever stands in the record of this mentor. */
export function howMany(offered?: { readonly maxMentees?: number }) {
  const numbers = Array.from({ length: AT_MOST }, (_, i) => i + 1);
  const own = offered?.maxMentees;
  if (own !== undefined && !numbers.includes(own)) numbers.push(own);
  return {
    options: [...numbers.map((n) => option(String(n), String(n))), option(VOLUNTEER.anyNumber, ANY_NUMBER)],
    ...(offered && {
      initial_option: own !== undefined ? option(String(own), String(own)) : option(VOLUNTEER.anyNumber, ANY_NUMBER),
    }),
  };
}

const option = (text: string, value: string): PlainTextOption => ({ text: { type: "plain_text", text }, value });
