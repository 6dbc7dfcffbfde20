import { z } from "zod";
import { block } from "./blocks.ts";
import { LIMITS } from "./limits.ts";
import { plainText } from "./text.ts";

const common = {
  blocks: z.array(block).max(LIMITS.blocksInView),
  private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
  callback_id: z.string().max(LIMITS.callbackId).optional(),
  external_id: z.string().max(LIMITS.externalId).optional(),
};

/** https://docs.slack.dev/reference/views/modal-views */
export const modal = z
  .strictObject({
    type: z.literal("modal"),
    title: plainText(LIMITS.viewTitle),
    submit: plainText(LIMITS.viewButton).optional(),
    close: plainText(LIMITS.viewButton).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...common,
  })
  .refine((view) => view.submit !== undefined || !view.blocks.some(({ type }) => type === "input"), {
    message: "submit is required when there is an input",
    path: ["submit"],
  });

/** https://docs.slack.dev/reference/views/home-tab-views */
export const home = z.strictObject({ type: z.literal("home"), ...common });

export type Modal = z.infer<typeof modal>;
export type Home = z.infer<typeof home>;
