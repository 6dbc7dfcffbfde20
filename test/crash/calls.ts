import { z } from "zod";

const post = z.object({ metadata: z.union([z.string().transform((text): unknown => JSON.parse(text)), z.unknown()]) });
const mark = z.object({ event_payload: z.object({ key: z.string() }) });

/** The calls by which a worker changes something outside; what only reads changes nothing, however often it is tried. */
const WRITES = /^(chat\.(postMessage|update|postEphemeral)|PATCH .*)$/;

/** Whoever claims is looked up in the list of mentors, which a worker that has just started has to read first. */
const LOOK_UP = "GET Mentors";

/**
 * Gives a name to everything that a worker writes in the course of one life: a message is called by its mark, all else
 * is counted. The same thing tried again has the same name. A look at the mentors is called by what was written last.
 */
export class Calls {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** What was written up to now, oldest first. */
  get names(): readonly string[] {
    return [...this.#names.values()];
  }

  /** Undefined when it has none. */
  nameOf(call: string, sent: unknown): string | undefined {
    if (call === LOOK_UP) return `${call} after ${this.names.at(-1) ?? "nothing"}`;
    if (!WRITES.test(call)) return undefined;
    const identity = call === "chat.postMessage" ? `${call} ${keyOf(sent)}` : `${call} ${JSON.stringify(sent)}`;
    const name = this.#names.get(identity) ?? (call === "chat.postMessage" ? identity : this.#next(call));
    this.#names.set(identity, name);
    return name;
  }

  #next(call: string): string {
    const nth = (this.#counts.get(call) ?? 0) + 1;
    this.#counts.set(call, nth);
    return `${call} ${nth}`;
  }
}

function keyOf(sent: unknown): string {
  const { metadata } = post.parse(sent);
  // An answer to a press carries when that was.
  return mark.parse(metadata).event_payload.key.replace(/\d{10}\.\d{6}/, "TS");
}
