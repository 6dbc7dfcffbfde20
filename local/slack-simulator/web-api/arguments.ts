import { z } from "zod";

/**
 * Arguments come as JSON, or as a form or query whose values are all texts, with JSON inside for what is nested.
 * https://docs.slack.dev/apis/web-api#basics
 */
export const text = z.string().min(1);

export const optionalText = z
  .string()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

export const flag = z
  .union([z.boolean(), z.string(), z.number()])
  .optional()
  .transform((value) => value === true || value === 1 || value === "true" || value === "1");

export const timestamp = z
  .union([z.string(), z.number()])
  .optional()
  .transform((value) => (value === undefined || value === "" ? undefined : String(value)));

/** How many, from 1 to `max`. */
export const limit = (usual: number, max = 1_000) =>
  z
    .preprocess((value) => (value === undefined || value === "" ? usual : Number(value)), z.number().int().min(0))
    .transform((value) => Math.min(value || usual, max));

/** Ids, separated by commas. */
export const ids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) =>
    (typeof value === "string" ? value.split(",") : (value ?? [])).map((id) => id.trim()).filter(Boolean),
  );

/** Something nested, looked into later. A text that is not JSON comes out as it is. */
export const nested = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value !== "string") return value;
    if (value === "") return undefined;
    try {
      const parsed: unknown = JSON.parse(value);
      return parsed;
    } catch {
      return value;
    }
  });
