import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { actionId, memberId, type RequestId } from "../../domain/ids.ts";
import type { MentorRequest } from "../../domain/request.ts";
import { ACT_FORMS } from "../../domain/wording/act-forms.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import type { Filling } from "../../local/slack-simulator/person/fill.ts";
import type { SlackMessage } from "../../local/slack-simulator/slack-message.ts";
import { REQUEST_QUERY } from "../../workflows/contract.ts";
import type { Deed } from "./deed.ts";

const LONGEST_MS = 30_000;

/**
 * Somebody does it, as they would in Slack: with the latest button that they see, and the form behind it. Where no message
 * has such a button, it is handed to the workflow. Returns what the form answers, if there is one; what else they are
 * answered stands in Slack.
 */
export async function doDeed(machine: OneMachine, { id, now }: Scene, deed: Deed): Promise<string | undefined> {
  const { slack } = machine;
  const { who, act } = deed;
  const heard = () => slack.dm(who.id).length + slack.ephemerals({ user: who.id }).length;
  const [heardBefore, decidedBefore] = [heard(), await lastDecided(machine, id)];
  const button = buttonFor(machine, { id, who: who.id, act });
  if (button && ACT_FORMS[act]) return fillIn();
  if (button) {
    const { acked } = await slack.as(who.id).press({ channel: button.channel, ts: button.ts }, act);
    if (!acked) throw new Error(`The press of "${act}" by ${who.name} was not acknowledged.`);
  } else if (act === "claim") {
    throw new Error(`There is no button that ${who.name} could press: the request is not waiting.`);
  } else await signal();
  await untilAnswered();
  return undefined;

  async function fillIn(): Promise<string | undefined> {
    const person = slack.as(who.id);
    await person.press({ channel: button?.channel ?? "", ts: button?.ts ?? "" }, act);
    const isForm = (metadata: string | undefined) => metadata?.includes(`"${act}"`) && metadata.includes(id);
    const form = await slack.when(
      () => slack.openViews(who.id).find((view) => isForm(view.private_metadata)) ?? (heard() > heardBefore && "none"),
      { for: `the form of "${act}" to open`, withinMs: LONGEST_MS },
    );
    if (form === "none") return undefined;
    const { acked, errors } = await person.submit(form, filling(deed, now));
    if (!acked || errors)
      throw new Error(`The form of "${act}" was not taken: ${JSON.stringify(errors ?? "no answer")}.`);
    const answer = textOf(slack.openViews(who.id).at(-1)?.blocks);
    for (const view of slack.openViews(who.id).toReversed()) await person.close(view);
    return answer;
  }

  function signal(): Promise<void> {
    const by = memberId(who.id);
    const signed = {
      by,
      as: deed.as,
      actionId: actionId(`rehearsal-${deed.after}-${act}-${by}`),
      pressedAt: Date.now(),
    };
    return machine.client.workflow.getHandle(id).signal(act, { ...signed, ...fields(deed, now) });
  }

  /** They hear an answer, or it is decided and Slack can say nothing. */
  async function untilAnswered(): Promise<void> {
    const deadline = performance.now() + LONGEST_MS;
    while (heard() === heardBefore && (await lastDecided(machine, id)) === decidedBefore) {
      if (performance.now() > deadline) throw new Error(`Nothing came of "${act}" by ${who.name} in half a minute.`);
      await delay(50);
    }
  }
}

interface Scene {
  readonly id: RequestId;
  /** The request's own time, in milliseconds. */
  readonly now: number;
}

async function lastDecided({ client }: OneMachine, id: RequestId): Promise<string | undefined> {
  const { heard } = await client.workflow.getHandle(id).query<MentorRequest>(REQUEST_QUERY);
  return heard.at(-1);
}

/** The latest message that this person sees and that has the button, of this request. */
function buttonFor(
  { slack }: OneMachine,
  { id, who, act }: { readonly id: RequestId; readonly who: string; readonly act: string },
): SlackMessage | undefined {
  const has = ({ blocks }: SlackMessage) => {
    const text = JSON.stringify(blocks ?? []);
    return text.includes(`"action_id":"${act}"`) && text.includes(`"value":"${id}"`);
  };
  const isMentor = slack.channel(LOCAL.mentorsChannel)?.members.includes(who);
  const card = isMentor ? slack.messages(LOCAL.mentorsChannel).findLast(has) : undefined;
  return card ?? slack.dm(who).findLast(has);
}

/** What the act wants to know, by its own names. */
function fields({ act, says }: Deed, now: number): Readonly<Record<string, string | number>> {
  const { in: ahead, for: length, ...others } = says;
  return {
    ...others,
    ...(act === "rate" && { comment: says.comment ?? "" }),
    ...(ahead !== undefined && { on: now + Number(ahead) }),
    ...(length !== undefined && { until: now + Number(length) }),
  };
}

/** The same, as it is typed and chosen in the form: moments in seconds. */
function filling(deed: Deed, now: number): Filling {
  const asks = ACT_FORMS[deed.act]?.fields ?? {};
  const entries = Object.entries(fields(deed, now)).map(([name, what]) => [
    name,
    asks[name]?.kind === "moment" ? Math.round(Number(what) / 1000) : String(what),
  ]);
  return Object.fromEntries(entries);
}

const withText = z.array(z.looseObject({ text: z.looseObject({ text: z.string() }).optional() }));

/** The first text in these blocks. */
function textOf(blocks: unknown): string | undefined {
  return withText.safeParse(blocks).data?.find(({ text }) => text)?.text?.text;
}
