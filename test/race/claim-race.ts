import { expect } from "vitest";
import type { MentorRequest } from "../../domain/request.ts";
import { ANSWERS } from "../../domain/wording/to-whoever-clicked.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import type { Person } from "../../local/seed/cast.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import type { EphemeralMessage, SlackMessage } from "../../local/slack-simulator/slack-message.ts";
import { Actor } from "../story/actor.ts";
import { eventually, Story } from "../story/story.ts";
import type { TwoWorkers } from "./two-workers.ts";

/** So many claimers are told by one activity, which a killed worker does not finish. */
const TOLD_AT_A_TIME = 20;

export const MENTORS: readonly Person[] = Array.from({ length: 200 }, (_, i) => ({
  id: `U0M${i + 1}`,
  name: `mentor-${i + 1}`,
  realName: `Mentor ${i + 1}`,
  timeZone: "Europe/Berlin",
  mentor: { skills: ["SQL"], services: [] },
}));

/** One for each race, since nobody may ask as often as there are races. */
export const MENTEES: readonly Person[] = Array.from({ length: 20 }, (_, i) => ({
  id: `U0E${i + 1}`,
  name: `mentee-${i + 1}`,
  realName: `Mentee ${i + 1}`,
  timeZone: "Europe/Berlin",
}));

/** When a worker is killed. */
export const MOMENTS = ["while the claims arrive", "while the late ones are told", "while the card is drawn"] as const;
export type Moment = (typeof MOMENTS)[number];

/**
 * 200 mentors press the same button at the same moment, each press is delivered twice, and one of two workers is killed
 * meanwhile: one mentor has it, everywhere; each of the others is told who.
 */
export async function claimRace(
  machine: OneMachine,
  workers: TwoWorkers,
  { mentee, killed }: { readonly mentee: Person; readonly killed: Moment },
): Promise<void> {
  const { slack } = machine;
  const s = new Story(machine);
  await new Actor(s, mentee).asksForHelpWith("SQL");
  const id = s.requestId();
  const card = await slack.when(() => about(id).find(({ text }) => text.includes("asks for a mentor")), PATIENCE);
  await s.requestIs(({ outbox }) => outbox.length === 0);
  const before = slack.ephemerals().length;
  const answers = (): readonly EphemeralMessage[] => slack.ephemerals().slice(before);

  const presses = new Map<string, number>();
  /** Whom Slack told each time that the app did not respond, until there was no button any more. */
  const warned = new Set<string>();
  /** Once, and again while Slack says that: on a starved machine the gateway's socket goes, with what was sent over it. */
  const press = async (mentor: string): Promise<void> => {
    presses.set(mentor, (presses.get(mentor) ?? 0) + 1);
    const pressed = await slack.as(mentor).press({ channel: card.channel, ts: card.ts }, "claim", { times: 2 });
    if ([pressed, ...(pressed.duplicates ?? [])].some(({ acked }) => acked)) return;
    await eventually(async () => slack.socketCount() > 0 || undefined, "the gateway's socket to be back", 60_000);
    if (hasHeard(mentor)) return;
    if (hasButton()) return press(mentor);
    warned.add(mentor);
  };
  const pressing = MENTORS.map((mentor) => press(mentor.id));
  await killInTheMiddle();
  // One more may have been on its way.
  const answersBefore = answers().length + 1;
  await Promise.all(pressing);
  // On a slow machine a press may be carried out long after Slack has given up waiting for its acknowledgement.
  await slack.when(() => MENTORS.every(({ id: mentor }) => hasHeard(mentor) || warned.has(mentor)), {
    ...PATIENCE,
    for: "an answer to everybody who pressed",
  });
  await pressAgainWhereAsked();

  const isTold = ({ standing, outbox }: MentorRequest) => standing.status === "claimed" && outbox.length === 0;
  const { standing, heard } = await s.requestIs(isTold, PATIENCE.withinMs);
  const winner = standing.status === "claimed" ? standing.by : undefined;
  const late = MENTORS.filter((mentor) => mentor.id !== winner).map((mentor) => mentor.id);
  expect(late).toHaveLength(MENTORS.length - 1);
  const told = answers().filter(({ text }) => text.startsWith(`<@${winner}> was a moment faster`));
  const timesTold = (mentor: string) => told.filter(({ user }) => user === mentor).length;
  const hasGotThrough = (mentor: string) => heard.some((deed) => deed.endsWith(`-${mentor}`));
  const knows = (mentor: string) => notThrough().includes(mentor) || (warned.has(mentor) && !hasGotThrough(mentor));
  const untold = late.filter((mentor) => timesTold(mentor) === 0 && !knows(mentor));
  expect(untold.map((mentor) => [mentor, ...heardBy(mentor)])).toEqual([]);
  expect(timesTold(winner ?? "")).toBe(0);
  const moreThanOnce = late.filter((mentor) => timesTold(mentor) > (presses.get(mentor) ?? 0));
  expect(moreThanOnce.filter((mentor) => timesTold(mentor) > (presses.get(mentor) ?? 0) + 1)).toEqual([]);
  expect(moreThanOnce.length).toBeLessThanOrEqual(TOLD_AT_A_TIME);
  const toldBefore = answers().slice(0, answersBefore);
  expect(moreThanOnce.filter((mentor) => !toldBefore.some(({ user }) => user === mentor))).toEqual([]);
  const other = answers().filter((answer) => !told.includes(answer) && answer.user !== winner);
  expect(other.filter(({ text }) => text !== ANSWERS.claimNotConfirmed)).toEqual([]);

  const drawn = await slack.when(
    () => about(id).find(({ ts, text }) => ts === card.ts && text.includes(`<@${winner}> has taken this one`)),
    PATIENCE,
  );
  expect(JSON.stringify(drawn.blocks)).not.toContain('"claim"');
  const toThem = about(id).map(({ channel, text }) => ({ to: slack.channel(channel)?.user, text }));
  expect(toThem.filter(({ text }) => text.includes("You have taken the request")).map(({ to }) => to)).toEqual([
    winner,
  ]);
  const toMentee = toThem.filter(({ to, text }) => to === mentee.id && text.includes("will be your mentor"));
  expect(toMentee.map(({ text }) => text)).toEqual([expect.stringContaining(`<@${winner}>`)]);

  await s.recordIs((fields) => fields["Request ID"] === id && fields["Mentor Slack ID"] === winner);
  const rows = machine.airtable.table(LOCAL.airtableBase, "Mentor Requests").rows();
  expect(rows.filter(({ fields }) => fields["Request ID"] === id)).toHaveLength(1);
  expect({ slack: slack.problems, airtable: machine.airtable.problems }).toEqual({ slack: [], airtable: [] });

  /** On a slow machine some presses do not get through in time. Whoever is told so presses again, if there is a button. */
  async function pressAgainWhereAsked(): Promise<void> {
    for (let again = notThrough(); again.length > 0 && hasButton(); again = notThrough()) {
      await Promise.all(again.map((mentor) => (hasButton() ? press(mentor) : undefined)));
      await slack.when(() => !hasButton() || !notThrough().some((mentor) => again.includes(mentor)), PATIENCE);
    }
  }

  function hasHeard(mentor: string): boolean {
    const direct = slack.dm(mentor).some(({ metadata }) => metadata?.event_payload.request === id);
    return direct || heardBy(mentor).length > 0;
  }

  function heardBy(mentor: string): readonly string[] {
    return answers()
      .filter(({ user }) => user === mentor)
      .map(({ text }) => text);
  }

  /** Those who heard last that it could not be confirmed that their press got through. */
  function notThrough(): readonly string[] {
    const latest = new Map(answers().map(({ user, text }) => [user, text]));
    return [...latest].filter(([, text]) => text === ANSWERS.claimNotConfirmed).map(([user]) => user);
  }

  function hasButton(): boolean {
    return about(id).some(({ ts, blocks }) => ts === card.ts && JSON.stringify(blocks).includes('"claim"'));
  }

  function about(request: string): readonly SlackMessage[] {
    return slack
      .channels()
      .flatMap((channel) => slack.messages(channel.id))
      .filter(({ metadata }) => metadata?.event_payload.request === request);
  }

  async function killInTheMiddle(): Promise<void> {
    switch (killed) {
      case "while the claims arrive":
        await settled(50, pressing);
        return workers.killOne();
      case "while the late ones are told":
        await slack.when(() => answers().length >= 30, PATIENCE);
        slack.faults.add({ on: "chat.postEphemeral", times: 1, does: { kind: "hang" } });
        return workers.killWhoeverDoes("answerClaimers", id);
      case "while the card is drawn":
        slack.faults.add({ on: "chat.update", times: 1, does: { kind: "hang" } });
        return workers.killWhoeverDoes("drawCard", id);
    }
  }
}

/** A killed worker is noticed after ten seconds, and what it was doing is tried again after some more; machines may be slow. */
const PATIENCE = { withinMs: 120_000 };

/** Resolves when so many of them have. */
function settled(count: number, promises: readonly Promise<unknown>[]): Promise<void> {
  let left = count;
  return new Promise((resolve, reject) => {
    for (const promise of promises) {
      promise.then(() => {
        left -= 1;
        if (left === 0) resolve();
      }, reject);
    }
  });
}
