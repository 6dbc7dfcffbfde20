import { readFileSync } from "node:fs";
import { z } from "zod";
import { SettingsProblem } from "./read-settings.ts";

const mapping = z.record(
  z.string(),
  z.strictObject({ name: z.string().min(1).optional(), columns: z.record(z.string(), z.string().min(1)).optional() }),
);

const SEE = "docs/airtable.md shows one.";

/** The names that tables and columns have in an existing base, from the file that AIRTABLE_MAPPING names; none without it. */
export function readMapping(path: string | undefined): z.infer<typeof mapping> {
  if (path === undefined) return {};
  const read = mapping.safeParse(parsed(path));
  if (read.success) return read.data;
  const where = read.error.issues.map(({ path: at, message }) => `  ${at.join(", ") || "the file"}: ${message}`);
  throw new SettingsProblem([`AIRTABLE_MAPPING: ${path} is not a mapping of names.`, ...where, SEE].join("\n"));
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new SettingsProblem(`AIRTABLE_MAPPING: ${path} ${reason}. ${SEE}`);
  }
}
