import { z } from "zod";
import { ACTS } from "../domain/act.ts";
import type { Catalogue } from "../domain/catalogue.ts";
import { isRequestId, type RequestId } from "../domain/ids.ts";
import { type Ask, WHY } from "../domain/wording/act-forms.ts";
import type { ActFormSubject } from "./views/act-form.ts";

const subject = z.object({
  act: z.enum(ACTS),
  id: z.custom<RequestId>(isRequestId),
  channel: z.string().optional(),
});

/** What the form is about; undefined when somebody sent something else. */
export function readSubject(metadata: string): ActFormSubject | undefined {
  try {
    const { success, data } = subject.safeParse(JSON.parse(metadata));
    return success ? data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const field = z.object({
  value: z.looseObject({
    value: z.string().nullish(),
    selected_date_time: z.number().nullish(),
    selected_user: z.string().nullish(),
    selected_users: z.array(z.string()).nullish(),
    selected_option: z.object({ value: z.string() }).nullish(),
    selected_options: z.array(z.object({ value: z.string() })).nullish(),
  }),
});

/** The fields of the form, as the act wants them; whether they make sense is for `readAct` to say. */
export function readFields(
  asks: Readonly<Record<string, Ask>>,
  values: unknown,
  catalogue: Catalogue | undefined,
): Readonly<Record<string, unknown>> {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(values);
  return Object.fromEntries(
    Object.entries(asks).map(([name, ask]) => {
      const { success, data } = field.safeParse(sent[name]);
      return [name, success ? given(ask.kind, data.value, catalogue) : undefined];
    }),
  );
}

/** Why one of the staff did it; nothing where they did not say. */
export function whyIn(values: unknown): { readonly why?: string } {
  const { why } = readFields({ why: WHY }, values, undefined);
  return typeof why === "string" && why !== "" ? { why } : {};
}

function given(kind: Ask["kind"], value: z.infer<typeof field>["value"], catalogue: Catalogue | undefined): unknown {
  switch (kind) {
    case "words":
      return value.value ?? undefined;
    case "some-words":
      return value.value?.trim() ?? "";
    case "moment":
      return value.selected_date_time ? value.selected_date_time * 1000 : undefined;
    case "member":
      return value.selected_user ?? undefined;
    case "members":
      return value.selected_users ?? undefined;
    case "rating":
      return Number(value.selected_option?.value);
    case "service":
      return catalogue?.services.find(({ id }) => id === value.selected_option?.value);
    case "skills":
      return catalogue?.skills.filter(({ id }) => value.selected_options?.some((option) => option.value === id));
  }
}
