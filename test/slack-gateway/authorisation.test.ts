import { WebClient } from "@slack/web-api";
import { WorkflowNotFoundError } from "@temporalio/client";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ACTS, type ActName, type Role } from "../../domain/act.ts";
import type { Catalogue } from "../../domain/catalogue.ts";
import { type MemberId, memberId, type RequestId, requestId } from "../../domain/ids.ts";
import { MAY } from "../../domain/may.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import { type MentorRequest, moved, openRequest, type Place } from "../../domain/request.ts";
import { DONE } from "../../domain/wording/act-forms.ts";
import { buttonBlock } from "../../domain/wording/button-block.ts";
import { buttons } from "../../domain/wording/buttons.ts";
import { type OneMachine, startOneMachine } from "../../local/one-machine.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import type { Filling } from "../../local/slack-simulator/person/fill.ts";
import { requestIdFor } from "../../slack-gateway/request-id-for.ts";
import { ACT_FORM } from "../../slack-gateway/views/act-form.ts";
import {
  MENTOR_REQUEST,
  type MentorRequestInput,
  PROGRAMME_ID,
  PROGRAMME_QUERY,
  type ProgrammeState,
  REQUEST_QUERY,
  startOfRequest,
  TASK_QUEUE,
} from "../../workflows/contract.ts";
import { MENTOR_ON_RECORD, mentorOnRecordId, type OnRecord } from "../../workflows/enrolment-contract.ts";
import { eventually } from "../story/story.ts";

const [BOB, CARLA, NIA] = ["U0BOB", "U0CARLA", "U0NIA"].map(memberId) as [MemberId, MemberId, MemberId];
const [ADA, DENIS, KEN] = ["U0ADA", "U0DENIS", "U0KEN"].map(memberId) as [MemberId, MemberId, MemberId];
const TIM = memberId("U0TIM");
const [CORA, GRACE] = ["U0CORA", "U0GRACE"].map(memberId) as [MemberId, MemberId];

const PLACES: readonly Place[] = ["waiting", "claimed", "held", "closed"];
/** Bob asks, Ada is his mentor wherever he has one; Denis is another mentor, and Nia has no part in it. */
const EVERYBODY = [BOB, ADA, DENIS, CORA, GRACE, NIA];
const OF_ANY_MENTOR: readonly ActName[] = ["pass", "ask-details"];
const HOUR = 3_600_000;

/** All acts that stand on a button; a policy is applied by a command. */
const PRESSED = ACTS.filter((act) => act !== "apply-policy");

const inTwoDays = () => Math.floor(Date.now() / 1000) + 2 * 24 * 3600;
const FILLINGS: { readonly [act in ActName]?: () => Filling } = {
  "ask-details": () => ({ question: "Which database is it?" }),
  agreed: () => ({ on: inTwoDays() }),
  release: () => ({ reason: "I am moving house" }),
  rate: () => ({ rating: "4" }),
  "add-details": () => ({ details: "It is PostgreSQL 15" }),
  assign: () => ({ mentor: KEN }),
  "take-away": () => ({ reason: "Nobody has heard of them" }),
  "ask-mentee": () => ({ question: "When would suit you?" }),
  change: () => ({ service: "Pair programming", skills: ["React"] }),
  snooze: () => ({ until: inTwoDays() }),
  "write-to-mentors": () => ({ mentors: [KEN] }),
  close: () => ({ reason: "Solved elsewhere" }),
};

/** Says that nothing was done, and why. */
const EXPLAINED =
  /not carried out|nothing was done|was a moment faster|already\. Please write|own request|could not take|is over/i;

let machine: OneMachine;
let slack: OneMachine["slack"];
let bot: WebClient;
let catalogue: Catalogue;

beforeAll(async () => {
  machine = await startOneMachine({
    progress: () => undefined,
    workflowBundle: { codePath: inject("workflowBundle") },
    airtableCallsPerSecond: 1000,
  });
  ({ slack } = machine);
  bot = new WebClient(LOCAL.botToken, { slackApiUrl: slack.apiUrl });
  const programme = machine.client.workflow.getHandle(PROGRAMME_ID);
  catalogue = await eventually(
    async () => (await programme.query<ProgrammeState>(PROGRAMME_QUERY)).catalogue,
    "the catalogue",
  );
  // Whoever is not looked up in time is let through: from now on the mentors' records are at hand.
  await machine.client.workflow.execute<(input: { readonly member: MemberId }) => Promise<OnRecord>>(MENTOR_ON_RECORD, {
    workflowId: mentorOnRecordId(NIA),
    taskQueue: TASK_QUEUE,
    args: [{ member: NIA }],
  });
});

afterAll(async () => {
  const { problems } = slack;
  await machine.stop();
  expect(problems).toEqual([]);
});

/** Whether the table lets this person do this there: in whichever role they have towards Bob's request. */
function may(act: ActName, who: MemberId, place: Place): boolean {
  const roles: readonly Role[] = Object.keys(MAY[act]) as Role[];
  return roles.some((role) => has(role, act, who) && MAY[act][role]?.includes(place));
}

function has(role: Role, act: ActName, who: MemberId): boolean {
  switch (role) {
    case "mentee":
      return who === BOB;
    case "mentor":
      // A claim is taken from everybody, since each claimer gets an answer of their own.
      return act === "claim" || who === ADA || (OF_ANY_MENTOR.includes(act) && who === DENIS);
    case "coordinator":
      return who === CORA;
    case "ceo":
      return who === GRACE;
  }
}

interface Opening {
  readonly mentee?: MemberId;
  readonly mentor?: MemberId;
}

let opened = 0;

/** A request that goes on in this place; everything is said that was to be said. */
async function requestIn(place: Place, { mentee = BOB, mentor = ADA }: Opening = {}): Promise<RequestId> {
  opened += 1;
  const id = requestId(`request-sql-${String(opened).padStart(10, "0")}`);
  const [service, skill] = [catalogue.services[0], catalogue.skills.find(({ name }) => name === "SQL")];
  if (!service || !skill) throw new Error("There is nothing to ask for.");
  const asked = { service, skills: [skill], details: "I am stuck with my first real query." };
  const request = { id, mentee, asked, policy: DEFAULT_POLICY };
  const resumed = placed(openRequest(request, Date.now() - 4 * HOUR), place, mentor);
  const input: MentorRequestInput = { resumed, undecided: [], written: [] };
  await machine.client.workflow.start(MENTOR_REQUEST, { ...startOfRequest(request), args: [input] });
  if (place === "closed") await machine.client.workflow.getHandle(id).result();
  else await eventually(async () => (await stateOf(id)).outbox.length === 0 || undefined, "all to be said");
  return id;
}

function placed(waiting: MentorRequest, place: Place, mentor: MemberId): MentorRequest {
  if (place === "waiting") return waiting;
  const claimed = moved(waiting, { status: "claimed", by: mentor, verified: true }, Date.now() - 3 * HOUR);
  if (place === "claimed") return claimed;
  const held = moved(claimed, { status: "held", by: mentor }, Date.now() - 2 * HOUR);
  return place === "held" ? held : moved(held, { status: "closed", outcome: { kind: "completed" } }, Date.now() - HOUR);
}

const stateOf = (id: RequestId): Promise<MentorRequest> =>
  machine.client.workflow.getHandle(id).query<MentorRequest>(REQUEST_QUERY);

/** All of a request that matters to people: not who was refused, and told so. */
async function essenceOf(id: RequestId): Promise<Partial<MentorRequest>> {
  const { timeline, heard: _, outbox: __, said: ___, ...rest } = await stateOf(id);
  return { ...rest, timeline: { ...timeline, entries: timeline.entries.filter(({ what }) => what !== "refused") } };
}

/** A direct message with the buttons of all these acts, as an old message might still show them. */
async function messageWith(who: MemberId, acts: readonly ActName[], value: string) {
  const blocks = [acts.slice(0, 13), acts.slice(13)]
    .filter((some) => some.length > 0)
    .map((some) => ({ type: "actions", elements: buttons(...some).map((button) => buttonBlock(button, value)) }));
  const { ts = "" } = await bot.chat.postMessage({ channel: slack.dmId(who), text: "Buttons", blocks });
  return { channel: slack.dmId(who), ts };
}

/** What this person, and nobody else, is told from now on. */
function hearing(who: MemberId): () => readonly string[] {
  const all = () => [...slack.ephemerals({ user: who }), ...slack.dm(who)].map(({ seq, text }) => ({ seq, text }));
  const before = new Set(all().map(({ seq, text }) => `${seq} ${text}`));
  return () => all().flatMap(({ seq, text }) => (before.has(`${seq} ${text}`) ? [] : [text]));
}

type Forge = (payload: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

interface Deed {
  readonly who: MemberId;
  readonly act: ActName;
  readonly on: { readonly channel: string; readonly ts: string };
  readonly forgePress?: Forge;
  readonly forgeForm?: Forge;
}

/** Presses the button, fills in and sends the form behind it if it opens, and returns once there is an answer that fits. */
async function does({ who, act, on, forgePress, forgeForm }: Deed, fits: (text: string) => boolean): Promise<string> {
  const heard = hearing(who);
  const person = slack.as(who);
  const top = () => slack.openViews(who).at(-1);
  /** Not a window that only waits. */
  const form = () => slack.openViews(who).findLast(({ callback_id }) => callback_id === ACT_FORM);
  const told = () => (form() ? undefined : [JSON.stringify(top()?.blocks ?? [])].find(fits));
  const { acked } = await person.press(on, act, forgePress ? { forge: forgePress } : {});
  expect(acked, `${act} of ${who} is acknowledged`).toBe(true);
  const answer = () => heard().find(fits);
  const first = await slack.when(() => answer() ?? told() ?? form(), { for: `an answer to ${act} of ${who}` });
  if (typeof first === "string") {
    for (const view of slack.openViews(who).toReversed()) await person.close(view);
    return first;
  }
  const sent = await person.submit(first, FILLINGS[act]?.() ?? {}, forgeForm ? { forge: forgeForm } : {});
  const shown = Object.values(sent.errors ?? {}).join() || JSON.stringify(top()?.blocks ?? []);
  for (const view of slack.openViews(who).toReversed()) await person.close(view);
  return fits(shown) ? shown : slack.when(answer, { for: `an answer to the form of ${act} of ${who}, not "${shown}"` });
}

const isExplained = (text: string): boolean => EXPLAINED.test(text);

test.each(PLACES)(
  "while a request is %s, whoever may not do something there is told so, and it stays as it is",
  async (place) => {
    const id = await requestIn(place);
    const before = await essenceOf(id);
    // Whoever has no part in it is refused alike everywhere.
    const people = EVERYBODY.filter((who) => who !== NIA || place === "waiting");
    let refused = 0;
    const isRefused = async (who: MemberId, acts: readonly ActName[]) => {
      const on = await messageWith(who, PRESSED, id);
      for (const act of acts) {
        if (act !== "claim" && may(act, who, place)) continue;
        if (act === "claim" && place === "waiting" && MAY_CLAIM.includes(who)) continue;
        // After the end, a new request follows up this one.
        if (act === "another-mentor" && place === "closed" && who === BOB) continue;
        await does({ who, act, on }, isExplained);
        refused += 1;
      }
    };
    // One after another: of these the records are asked, and they answer four questions a second.
    for (const who of people) await isRefused(who, OF_ANY_MENTOR);
    const others = PRESSED.filter((act) => !OF_ANY_MENTOR.includes(act));
    await Promise.all(people.map((who) => isRefused(who, others)));
    expect(await essenceOf(id)).toEqual(before);
    expect(refused).toBeGreaterThan(90);
  },
);

/** What the person reads who did it. */
const ANSWERED: { readonly [act in ActName]?: string } = { ...DONE, claim: "You have taken the request" };

/** Whom a claim is given to; all others who press it are told why not. */
const MAY_CLAIM = [ADA, DENIS];

const ALLOWED = PRESSED.flatMap((act) =>
  PLACES.flatMap((place) => EVERYBODY.filter((who) => may(act, who, place)).map((who) => ({ act, place, who }))),
).filter(({ act, who, place }) => act !== "claim" || (place === "waiting" && MAY_CLAIM.includes(who)));

test("somebody who is not in the mentors' channel and presses its button does not get the request", async () => {
  const id = await requestIn("waiting");
  const card = await slack.when(() => cardOf(id), { for: "the card" });
  await expect(slack.as(NIA).press(card, "claim")).rejects.toThrow("cannot see the channel");

  const heard = hearing(NIA);
  const { acked } = await slack
    .as(ADA)
    .press(card, "claim", { forge: (pressed) => ({ ...pressed, user: { id: NIA } }) });
  expect(acked).toBe(true);
  await slack.when(() => heard().find((text) => text.includes("not enrolled as a mentor yet")), { for: "the reason" });
  expect((await stateOf(id)).standing).toEqual({ status: "waiting" });
});

test("whoever is no active mentor on record neither passes nor asks for details, and reads why", async () => {
  const bobs = await requestIn("waiting");
  const adas = await requestIn("waiting", { mentee: ADA });
  const before = [await essenceOf(bobs), await essenceOf(adas)];
  for (const [who, id, why] of [
    [NIA, bobs, "by the records you are no active one"],
    [TIM, bobs, "by the records you are no active one"],
    [BOB, bobs, "this is your own request"],
    [ADA, adas, "this is your own request"],
  ] as const) {
    const on = await messageWith(who, OF_ANY_MENTOR, id);
    for (const act of OF_ANY_MENTOR) expect(await does({ who, act, on }, isExplained)).toContain(why);
  }
  expect([await essenceOf(bobs), await essenceOf(adas)]).toEqual(before);
});

test("while the records cannot be read, whoever passes or asks for details is let through", async () => {
  const id = await requestIn("waiting");
  const recover = machine.airtable.faults.add({ does: { kind: "unavailable" } });
  const on = await messageWith(DENIS, OF_ANY_MENTOR, id);
  for (const act of OF_ANY_MENTOR) {
    await does({ who: DENIS, act, on }, (text) => text.includes(DONE[act] ?? ""));
    await eventually(async () => (await timelineOf(id)).includes(`${act} ${DENIS}`) || undefined, act);
  }
  recover();
});

test("the button of a request that somebody else has by now does nothing to it", async () => {
  const id = await requestIn("claimed", { mentor: DENIS });
  const before = await essenceOf(id);
  const on = await messageWith(ADA, ["held", "release", "agreed", "did-not-come"], id);
  for (const act of ["held", "release", "agreed", "did-not-come"] as const) {
    expect(await does({ who: ADA, act, on }, isExplained)).toContain("or no longer");
  }
  expect(await essenceOf(id)).toEqual(before);
});

const OF_NO_REQUEST = [
  "",
  "garbage",
  "request-",
  "request-../../programme",
  "programme",
  "enrolment-U0ADA",
  "request-of-nobody-0000000001",
  `request-${"a".repeat(101)}`,
  "x".repeat(100_000),
  null,
  7,
  { id: "request-sql-0000000001" },
];

const allButLookUps = () => machine.client.workflow.count(`WorkflowType != "${MENTOR_ON_RECORD}"`);

test("a button whose value is no request's is answered, whatever it is, and nothing is done", async () => {
  const id = await requestIn("waiting");
  const before = await essenceOf(id);
  const { count } = await allButLookUps();
  const asked: readonly (readonly [MemberId, readonly ActName[]])[] = [
    [BOB, ["withdraw", "add-details", "another-mentor"]],
    [ADA, ["claim", "pass", "ask-details"]],
    [CORA, ["bump", "close"]],
  ];
  await Promise.all(
    asked.map(async ([who, acts]) => {
      const on = await messageWith(who, acts, id);
      for (const act of acts) {
        for (const value of OF_NO_REQUEST) await does({ who, act, on, forgePress: withValue(value) }, isExplained);
      }
    }),
  );
  expect(await essenceOf(id)).toEqual(before);
  expect((await allButLookUps()).count).toBe(count);
});

test("a press of which nobody says when it was is answered, and nothing is done", async () => {
  const id = await requestIn("waiting");
  const before = await essenceOf(id);
  const timeless: Forge = ({ actions, ...pressed }) => ({
    ...pressed,
    actions: (actions as object[]).map((action) => ({ ...action, action_ts: undefined })),
  });
  for (const [who, act] of [
    [BOB, "withdraw"],
    [ADA, "claim"],
    [ADA, "pass"],
  ] as const) {
    const on = await messageWith(who, [act], id);
    expect(await does({ who, act, on, forgePress: timeless }, isExplained)).toContain("does not belong to a request");
  }
  expect(await essenceOf(id)).toEqual(before);
});

test("the button of another request is refused, although one of one's own has the same", async () => {
  const [bobs, carlas] = [await requestIn("claimed"), await requestIn("claimed", { mentee: CARLA, mentor: DENIS })];
  const before = [await essenceOf(bobs), await essenceOf(carlas)];
  for (const [who, acts] of [
    [BOB, ["withdraw", "met", "add-details"]],
    [ADA, ["held", "release", "agreed"]],
  ] as const) {
    const on = await messageWith(who, acts, bobs);
    for (const act of acts) {
      const answer = await does({ who, act, on, forgePress: withValue(carlas) }, isExplained);
      expect(answer).toContain("you are not, or no longer");
    }
  }
  expect([await essenceOf(bobs), await essenceOf(carlas)]).toEqual(before);
});

test("another mentor for a closed request is for its mentee alone", async () => {
  const carlas = await requestIn("closed", { mentee: CARLA });
  const { count } = await machine.client.workflow.count(`WorkflowType = "${MENTOR_REQUEST}"`);
  for (const who of [BOB, ADA, CORA]) {
    const on = await messageWith(who, ["another-mentor"], carlas);
    expect(await does({ who, act: "another-mentor", on }, isExplained)).toContain("you are not, or no longer");
  }
  expect((await machine.client.workflow.count(`WorkflowType = "${MENTOR_REQUEST}"`)).count).toBe(count);
});

test("a form that says it is about another request, another act, or nothing at all, does nothing", async () => {
  const [bobs, carlas] = [await requestIn("claimed"), await requestIn("claimed", { mentee: CARLA, mentor: DENIS })];
  const before = [await essenceOf(bobs), await essenceOf(carlas)];
  const on = await messageWith(ADA, ["release"], bobs);
  const channel = LOCAL.coordinatorsChannel;
  for (const metadata of [
    JSON.stringify({ act: "release", id: carlas }),
    JSON.stringify({ act: "take-away", id: bobs }),
    JSON.stringify({ act: "take-away", id: bobs, channel }),
    JSON.stringify({ act: "close", id: carlas, channel: CORA }),
    JSON.stringify({ act: "withdraw", id: bobs }),
    JSON.stringify({ act: "claim", id: bobs }),
    JSON.stringify({ act: "no-such-act", id: bobs }),
    JSON.stringify({ act: "release", id: "request-of-nobody-0000000001" }),
    JSON.stringify({ act: "release", id: "programme" }),
    JSON.stringify({ act: "constructor", id: bobs }),
    "garbage",
    "",
  ]) {
    await does({ who: ADA, act: "release", on, forgeForm: withMetadata(metadata) }, isExplained);
  }
  expect([await essenceOf(bobs), await essenceOf(carlas)]).toEqual(before);
});

test("a request that somebody who is no coordinator says they file for another is not taken, and they read why", async () => {
  await slack.as(NIA).command("/mentor");
  const form = await slack.when(() => slack.openViews(NIA).at(-1), { for: "the form" });
  const details = "I would like somebody else to get answers to this.";
  const { errors } = await slack.as(NIA).submit(
    form,
    { service: "Code review", skills: ["SQL"], details },
    {
      forge: (sent) => {
        const { view } = sent as { view: { state: { values: object } } };
        const values = { ...view.state.values, mentee: { member: { selected_user: CARLA } } };
        return { ...sent, view: { ...view, private_metadata: "for-somebody C0COORDINATORS", state: { values } } };
      },
    },
  );
  for (const view of slack.openViews(NIA)) await slack.as(NIA).close(view);
  expect(errors?.details).toContain("Nothing was sent: only coordinators");
  const never = machine.client.workflow.getHandle(requestIdFor(form.id, "SQL"));
  await expect(never.describe()).rejects.toThrow(WorkflowNotFoundError);
});

test.each(PLACES.slice(0, 3))("while a request is %s, whoever may do something there does it", async (place) => {
  const deeds = ALLOWED.filter((deed) => deed.place === place);
  const doesAll = async (who: MemberId) => {
    let id: RequestId | undefined;
    for (const { act } of deeds.filter((deed) => deed.who === who)) {
      // What was done may have moved it on.
      if (!id || (await stateOf(id)).standing.status !== place) id = await requestIn(place);
      const [done, on] = [id, await messageWith(who, [act], id)];
      await does({ who, act, on }, (text) => text.includes(ANSWERED[act] ?? "passed on"));
      await eventually(async () => (await timelineOf(done)).includes(`${act} ${who}`) || undefined, `${act} by ${who}`);
    }
  };
  await Promise.all(EVERYBODY.map(doesAll));
  expect(deeds.length).toBeGreaterThan(5);
});

const cardOf = (id: RequestId) =>
  slack.messages(LOCAL.mentorsChannel).find(({ blocks }) => JSON.stringify(blocks).includes(`"value":"${id}"`));

const withValue =
  (value: unknown): Forge =>
  ({ actions, ...pressed }) => ({ ...pressed, actions: (actions as object[]).map((action) => ({ ...action, value })) });

const withMetadata =
  (private_metadata: string): Forge =>
  ({ view, ...sent }) => ({ ...sent, view: { ...(view as object), private_metadata } });

async function timelineOf(id: RequestId): Promise<readonly string[]> {
  return (await stateOf(id)).timeline.entries.map(({ what, by }) => `${what} ${by}`);
}
