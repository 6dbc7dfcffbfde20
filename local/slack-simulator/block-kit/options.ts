import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { anyText, plainText } from "./text.ts";

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const option = z.strictObject({
  text: anyText(LIMITS.optionText),
  value: z.string().min(1).max(LIMITS.optionValue),
  description: anyText(LIMITS.optionDescription).optional(),
  url: z.string().max(LIMITS.url).optional(),
});

export type Option = z.infer<typeof option>;

export const options = (max: number) => z.array(option).min(1).max(max);

export const optionGroups = z
  .array(z.strictObject({ label: plainText(LIMITS.optionGroupLabel), options: options(LIMITS.options) }))
  .min(1)
  .max(LIMITS.optionGroups);

interface WithOptions {
  readonly options?: readonly Option[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly Option[] }[] | undefined;
}

/** Every option that the element offers, groups flattened. */
export const offeredBy = ({ options: flat, option_groups: groups }: WithOptions): readonly Option[] =>
  flat ?? groups?.flatMap((group) => group.options) ?? [];
