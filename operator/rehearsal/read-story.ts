import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { ActName, Role } from "../../domain/act.ts";
import { personCalled } from "../../local/seed/cast.ts";
import type { Happening } from "./deed.ts";
import { readDuration } from "./read-duration.ts";

const asKnown = <Value>(read: (text: string) => Value) =>
  z.string().transform((text, context): Value => {
    try {
      return read(text);
    } catch (error) {
      context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  });

const duration = asKnown((text) => readDuration("it", text));
const person = asKnown(personCalled);
const words = z.string().trim().min(1, "is empty").max(2000);

/** What people can do in a story, by its word there: whose it is, and what they say with it. */
const DEEDS = {
  claim: deed("mentor"),
  pass: deed("mentor"),
  "ask-details": deed("mentor", { question: words }),
  agreed: deed("mentor", { in: duration }),
  held: deed("mentor"),
  "did-not-come": deed("mentor"),
  wrote: deed("mentor"),
  release: deed("mentor", { reason: words }),
  met: deed("mentee"),
  "not-yet": deed("mentee"),
  "mentor-never-wrote": deed("mentee"),
  "still-wanted": deed("mentee"),
  rate: deed("mentee", { rating: z.number().int().min(1).max(5), comment: words.optional() }),
  "another-mentor": deed("mentee"),
  "add-details": deed("mentee", { details: words }),
  withdraw: deed("mentee"),
  assign: deed("coordinator", { mentor: person }),
  "take-away": deed("coordinator", { reason: words }),
  bump: deed("coordinator"),
  snooze: deed("coordinator", { for: duration }),
  escalate: deed("coordinator"),
  close: deed("coordinator", { reason: words }),
} satisfies { readonly [act in ActName]?: unknown };

type Word = keyof typeof DEEDS;

function deed(as: Role, says: Readonly<Record<string, z.ZodType>> = {}) {
  const known = { after: duration, who: person, does: z.string() };
  return { as, says: Object.keys(says), schema: z.strictObject({ ...known, ...says }) };
}

const outage = z
  .strictObject({ after: duration, until: duration, down: z.enum(["slack", "airtable"]) })
  .refine(({ after, until }) => after < until, "until does not come after `after`");

/** A story that can be played, in the order of its times; or everything that is wrong with it, a sentence each. */
export type ReadStory = { readonly happenings: readonly Happening[] } | { readonly problems: readonly string[] };

/** Never throws for what is in the file. */
export async function readStory(file: string): Promise<ReadStory> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) return { problems: [`It cannot be read (${text.code}).`] };
  try {
    return storyOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return { problems: [`It is not JSON: ${error.message}`] };
    throw error;
  }
}

export function storyOf(value: unknown): ReadStory {
  if (!Array.isArray(value))
    return { problems: ['It is not a list, such as [{"after":"1d","who":"ada","does":"claim"}].'] };
  const read = value.map((entry: unknown) => happeningOf(entry));
  const problems = read.flatMap((one, i) => ("wrong" in one ? one.wrong.map((what) => `Entry ${i + 1}: ${what}`) : []));
  if (problems.length > 0) return { problems };
  const happenings = read.flatMap((one) => ("wrong" in one ? [] : [one]));
  return { happenings: happenings.sort((a, b) => a.after - b.after) };
}

const entryWith = z.looseObject({ does: z.string().optional(), down: z.unknown().optional() });

function happeningOf(entry: unknown): Happening | { readonly wrong: readonly string[] } {
  const { success, data } = entryWith.safeParse(entry);
  if (!success) return { wrong: ['it is not an object with "does" or "down".'] };
  if (data.down !== undefined) {
    const read = outage.safeParse(entry);
    return read.success ? read.data : { wrong: sentences(read.error) };
  }
  const word = data.does === "feedback" ? "rate" : data.does;
  if (word === undefined || !isWord(word)) {
    const known = [...Object.keys(DEEDS), "feedback"].join(", ");
    return {
      wrong: [`does: it is ${word === undefined ? "missing" : `"${word}", which nobody can do`}. There are: ${known}.`],
    };
  }
  const { as, says, schema } = DEEDS[word];
  const read = schema.safeParse(entry);
  if (!read.success) return { wrong: sentences(read.error) };
  const { after, who, ...rest } = read.data;
  const said = Object.entries(rest).filter(([field]) => says.includes(field));
  return { after, who, act: word, as, says: Object.fromEntries(said.map(([field, what]) => [field, plain(what)])) };
}

const isWord = (text: string): text is Word => Object.hasOwn(DEEDS, text);

/** A person stands in a form, and in a signal, by their id. */
function plain(said: unknown): string | number {
  if (typeof said === "object" && said !== null && "id" in said) return String(said.id);
  return typeof said === "number" ? said : String(said);
}

function sentences({ issues }: z.ZodError): readonly string[] {
  return issues.map(({ path, message }) => (path.length === 0 ? `${message}.` : `${path.join(".")}: ${message}`));
}
