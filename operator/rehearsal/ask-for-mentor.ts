import type { RequestId } from "../../domain/ids.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import type { Person } from "../../local/seed/cast.ts";
import { fastForward, virtualNow } from "../../local/temporal/time-skipping.ts";
import { requestIdFor } from "../../slack-gateway/request-id-for.ts";

const SKILL = "SQL";
const DETAILS = "I wrote my first join and it takes a minute. I would like to understand why. Evenings suit me best.";

const LONGEST_MS = 30_000;

/** Opens the form, fills it in and sends it. Resolves when the mentee has the receipt; the time until `at` is skipped. */
export async function askForMentor(
  { slack, connection }: OneMachine,
  { mentee, at }: { readonly mentee: Person; readonly at: number | undefined },
): Promise<RequestId> {
  const person = slack.as(mentee.id);
  await person.command("/mentor");
  const form = await slack.when(() => slack.openViews(mentee.id).at(-1), { for: "the form" });
  const sent = await person.submit(form, { service: "Code review", skills: [SKILL], details: DETAILS });
  if (!sent.acked || sent.errors) {
    throw new Error(`The form was not taken: ${JSON.stringify(sent.errors ?? "no answer")}.`);
  }
  const id = requestIdFor(form.id, SKILL);
  if (at !== undefined) await fastForward(connection, id, Math.max(0, at - (await virtualNow(connection, id))));
  const isReceipt = (request: unknown) => request === id;
  await slack.when(() => slack.dm(mentee.id).some(({ metadata }) => isReceipt(metadata?.event_payload.request)), {
    for: "the receipt",
    withinMs: LONGEST_MS,
  });
  return id;
}
