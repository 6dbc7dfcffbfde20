import { z } from "zod";
import { derivedId } from "../airtable-id.ts";
import type { Choice, Field, FieldOptions } from "../base.ts";
import { FIELD_TYPES } from "./field-type.ts";

export interface FieldSpec {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly description?: string | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

const Choices = z.array(z.union([z.string().transform((name) => ({ name })), z.looseObject({ name: z.string() })]));

/** A field with what Airtable adds by itself: ids of choices, and the options that it always shows. */
export function completeField({ id, name, type, description, options: given }: FieldSpec): Field {
  const choices = Choices.safeParse(given?.choices).data?.map((choice) => completeChoice(id, choice));
  const options: FieldOptions = { ...FIELD_TYPES[type]?.shows, ...given, ...(choices && { choices }) };
  return {
    id,
    name,
    type,
    ...(description === undefined ? {} : { description }),
    ...(Object.keys(options).length ? { options } : {}),
  };
}

function completeChoice(fieldId: string, choice: { readonly name: string }): Choice {
  return { id: derivedId("sel", fieldId, choice.name), color: "blueLight2", ...choice };
}
