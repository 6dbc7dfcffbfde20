import { z } from "zod";
import type { Delivery } from "../delivery/delivery.ts";
import type { SlackPerson } from "../person/slack-person.ts";

/** Something that a person can do, by what has to be said about it. */
interface Deed {
  readonly body: z.ZodType;
  carryOut(person: SlackPerson, body: unknown): Promise<Delivery>;
}

/** Sends the same thing this often at the same moment, as a network sometimes does. */
const times = z.number().int().min(1).max(10).default(1);
const choice = z.union([z.string(), z.number(), z.null(), z.array(z.string())]);
const filling = z.record(z.string(), choice).default({});
const onMessage = z.object({ channel: z.string(), ts: z.string() });
const onView = z.object({ view: z.string() });

/** What people do at `/client/<user id>/<deed>`, with the names that Slack gives to things. */
export const DEEDS: Readonly<Record<string, Deed>> = {
  command: deed(
    z.strictObject({ command: z.string(), text: z.string().default(""), channel: z.string().optional(), times }),
    (person, { command, text, channel, times }) => person.command(command, text, channel, { times }),
  ),
  press: deed(
    z
      .object({ action: z.string(), block: z.string().optional(), value: choice.optional(), times })
      .and(z.union([onMessage, onView], { error: "where? It takes channel and ts, or view" })),
    (person, { action, block, value, times, ...where }) => {
      const target = "view" in where ? { id: where.view } : where;
      const how = { times, ...(block !== undefined && { blockId: block }), ...(value !== undefined && { value }) };
      return person.press(target, action, how);
    },
  ),
  submit: deed(z.strictObject({ view: z.string(), filling, times }), (person, { view, filling, times }) =>
    person.submit({ id: view }, filling, { times }),
  ),
  close: deed(z.strictObject({ view: z.string() }), (person, { view }) => person.close({ id: view })),
  "open-home": deed(z.strictObject({}), (person) => person.opensHome()),
  write: deed(
    z.strictObject({ channel: z.string(), text: z.string().min(1), thread: z.string().optional() }),
    (person, { channel, text, thread }) =>
      person.writes(channel, text, thread === undefined ? {} : { threadTs: thread }),
  ),
};

function deed<Body extends z.ZodType>(
  body: Body,
  carryOut: (person: SlackPerson, body: z.output<Body>) => Promise<Delivery>,
): Deed {
  return { body, carryOut: (person, given) => carryOut(person, given as z.output<Body>) };
}
