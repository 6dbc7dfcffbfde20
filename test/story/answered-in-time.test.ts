import { WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { ACTS } from "../../domain/act.ts";
import { ACT_FORMS } from "../../domain/wording/act-forms.ts";
import type { Person } from "../../local/seed/cast.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import type { Delivery } from "../../local/slack-simulator/delivery/delivery.ts";
import { CONFIGURE_SIGNAL, PROGRAMME_ID, PROGRAMME_QUERY, type ProgrammeState } from "../../workflows/contract.ts";
import { listenedTo } from "../slack-gateway/listened-to.ts";
import type { Actor } from "./actor.ts";
import { overASlowRoad, type Road } from "./slow-road.ts";
import { eventually, type Story, story } from "./story.ts";

const SLACK_WAITS_MS = 3_000;
const TWO_SECONDS = 2_000;
/** So few that what is measured is the answer, and not this machine, which is Slack, Temporal and the gateway as well. */
const AT_A_TIME = 10;
const DETAILS = "I have an interview on Friday, and nobody to practise with.";

/** Prepares what is done, while Temporal is fast; what it returns does it, once Temporal is slow. */
type Deed = (who: Actor, s: Story) => Promise<() => Promise<Delivery>>;

const types =
  (command: string, text = ""): Deed =>
  async ({ slack }) =>
  () =>
    slack.command(command, text);

/** Presses a button in a direct message; without a value it is about the request of the story. */
const presses =
  (button: string, value?: string): Deed =>
  async ({ id, slack: person }, s) => {
    const { slack } = s.machine;
    const on = await withButton(s, id, { button, value: value ?? s.requestId() });
    expect(on.channel).toBe(slack.dmId(id));
    return () => person.press(on, button);
  };

async function withButton(
  s: Story,
  who: string,
  { button, value }: { readonly button: string; readonly value: string },
) {
  const { slack } = s.machine;
  const bot = new WebClient(LOCAL.botToken, { slackApiUrl: slack.apiUrl });
  const element = { type: "button", action_id: button, value, text: { type: "plain_text", text: button } } as const;
  const channel = slack.dmId(who);
  const { ts = "" } = await bot.chat.postMessage({
    channel,
    text: "A button",
    blocks: [{ type: "actions", elements: [element] }],
  });
  return { channel, ts };
}

/** The window of this person that holds this. */
const window = ({ machine: { slack } }: Story, { id }: Actor, holds: string) =>
  slack.when(() => slack.openViews(id).findLast((view) => JSON.stringify(view).includes(holds)), { for: holds });

/** The form in which somebody who is a mentor already changes what they offer. */
async function ownOffer(s: Story, who: Actor) {
  await who.slack.command("/mentor-volunteer");
  return window(s, who, "volunteer-leave");
}

const pressesInOffer =
  (button: string): Deed =>
  async (who, s) => {
    const form = await ownOffer(s, who);
    return () => who.slack.press({ id: form.id }, button);
  };

const sends = {
  "request-form": async (who, s) => {
    await who.slack.command("/mentor");
    const form = await window(s, who, '"callback_id":"request-form"');
    return () => who.slack.submit(form, { service: "Mock interview", skills: ["Java"], details: DETAILS });
  },
  "act-form": async (who, s) => {
    await who.slack.press(await withButton(s, who.id, { button: "add-details", value: s.requestId() }), "add-details");
    const form = await window(s, who, '"callback_id":"act-form"');
    return () => who.slack.submit(form, { details: DETAILS });
  },
  "volunteer-form": async (who, s) => {
    await who.slack.command("/mentor-volunteer");
    const form = await window(s, who, '"callback_id":"volunteer-form"');
    return () => who.slack.submit(form, { skills: ["SQL"], mentees: "1", conduct: ["accepted"] });
  },
  "pause-form": async (who, s) => {
    await who.slack.press({ id: (await ownOffer(s, who)).id }, "volunteer-pause");
    const form = await window(s, who, '"callback_id":"pause-form"');
    return () => who.slack.submit(form, { until: "2099-01-01" });
  },
} satisfies { readonly [form: string]: Deed };

/** Not lost when it is: whoever is still told that it is under way sends it again. */
const reopens: Deed = async (who, s) => {
  await who.slack.press(await withButton(s, who.id, { button: "reopen", value: s.requestId() }), "reopen");
  const form = await window(s, who, '"callback_id":"reopen-form"');
  return () => who.slack.submit(form, { why: DETAILS });
};

const opensHome: Deed =
  async ({ slack }) =>
  () =>
    slack.opensHome();

/** Every deed, by the name of what listens to it, and who does it where that matters; else it is a coordinator. */
const DEEDS: readonly (readonly [listener: string, deed: Deed, who?: string])[] = [
  ["/mentor", types("/mentor")],
  ["/mentor", types("/mentor", "status"), "bob"],
  ["/mentor", types("/mentor", "withdraw")],
  ["/mentor", types("/mentor", "help")],
  ["/mentor-requests", types("/mentor-requests")],
  ["/mentor-requests", types("/mentor-requests"), "nia"],
  ["/mentor-volunteer", types("/mentor-volunteer")],
  ...ACTS.map((act) => [act, presses(act)] as const),
  ["claim", presses("claim"), "ken"],
  ["pass", presses("pass"), "alan"],
  ["ask-details", presses("ask-details"), "betty"],
  ["close", presses("close"), "tim"],
  ["ask", presses("ask")],
  ["show-request", presses("show-request")],
  ["next-requests", presses("next-requests", "40")],
  ["reopen", presses("reopen")],
  ["file-request", presses("file-request")],
  ["volunteer-pause", pressesInOffer("volunteer-pause"), "ada"],
  ["volunteer-resume", pressesInOffer("volunteer-resume"), "sam"],
  ["volunteer-leave", pressesInOffer("volunteer-leave"), "denis"],
  ["approve-mentor", presses("approve-mentor", "U0CARLA")],
  ["decline-mentor", presses("decline-mentor", "U0CARLA")],
  ["pass-on", presses("pass-on", "Can I bring a friend?")],
  ["request-form", sends["request-form"]],
  ["act-form", sends["act-form"]],
  ["volunteer-form", sends["volunteer-form"]],
  ["pause-form", sends["pause-form"], "fran"],
  ["reopen-form", reopens],
  ["app_home_opened", opensHome, "maggie"],
  ["app_home_opened", opensHome],
];

/** What is lost unless Temporal has it before Slack is told that it was taken: deeds without a form, and forms. */
function isHandedOver(what: string): boolean {
  const [listener = ""] = what.split(" ");
  const isAct = ACTS.some((act) => act === listener && !ACT_FORMS[act] && act !== "apply-policy");
  return isAct || Object.hasOwn(sends, listener) || ["approve-mentor", "decline-mentor", "pass-on"].includes(listener);
}

/** Each deed is somebody else's, so that what they see can only be the answer to it. */
const COORDINATORS: readonly Person[] = DEEDS.map((_, n) => ({
  id: `U0COORDINATOR${n}`,
  name: `coordinator${n}`,
  realName: `Coordinator ${n}`,
  timeZone: "Europe/Berlin",
}));

/** Everything that this person sees of the app. */
function sightOf({ machine: { slack } }: Story, who: string): string {
  const messages = [...slack.ephemerals({ user: who }), ...slack.dm(who)].map(({ ts, seq }) => `${ts} ${seq}`);
  return [...messages, ...slack.openViews(who).map(({ id, hash }) => `${id} ${hash}`), slack.home(who)?.hash].join();
}

interface Answered {
  /** After how many milliseconds this person saw an answer. */
  readonly ms: number;
  readonly delivery: Delivery;
}

async function answered(s: Story, who: string, deed: () => Promise<Delivery>): Promise<Answered> {
  const { slack } = s.machine;
  const before = sightOf(s, who);
  const began = performance.now();
  const delivered = deed();
  const refused = delivered.then(({ errors }) => errors ?? new Promise<never>(() => undefined));
  const sees = slack.when(() => sightOf(s, who) !== before, { for: "something to see", withinMs: 20_000 });
  await Promise.race([refused, sees]);
  const ms = performance.now() - began;
  return { ms, delivery: await delivered };
}

interface Trouble {
  readonly begin: (s: Story, road: Road) => unknown;
  readonly end?: (s: Story) => Promise<unknown>;
  /** What is answered by nobody but the request itself, which cannot while this lasts. */
  readonly heldUp?: readonly string[];
}

const slow = (ms: number): Trouble => ({
  begin: (_, road) => {
    road.slowMs = ms;
  },
});

const TROUBLES: { readonly [while_: string]: Trouble } = {
  "Temporal takes two seconds": slow(TWO_SECONDS),
  "Temporal takes as long as a look may": slow(650),
  "no worker runs": {
    begin: ({ machine }) => machine.worker.stop(),
    end: ({ machine }) => machine.startWorker(),
    heldUp: ["claim"],
  },
};

/** All coordinators, a request of Bob's, and everybody's deed prepared; then Temporal is as the trouble says. */
async function everybodysDeeds(s: Story, { begin, end, heldUp = [] }: Trouble) {
  const programme = s.machine.client.workflow.getHandle(PROGRAMME_ID);
  const stateOf = () => programme.query<ProgrammeState>(PROGRAMME_QUERY);
  const coordinators = COORDINATORS.map(({ id }) => id);
  await programme.signal(CONFIGURE_SIGNAL, { ...(await stateOf()).people, coordinators });
  await eventually(async () => (await stateOf()).people.coordinators.length > 1 || undefined, "all coordinators");
  const bob = s.person("bob");
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await s.isListed(`WorkflowId = "${s.requestId()}"`);
  const all: (Answered & { readonly what: string })[] = [];
  await overASlowRoad(s, async (road) => {
    const ready = await Promise.all(
      DEEDS.filter(([what]) => !heldUp.includes(what)).map(async ([what, prepare, name], n) => {
        const who = name ? s.person(name) : s.personOf(COORDINATORS[n] as Person);
        return { what, who: who.id, deed: await prepare(who, s) };
      }),
    );
    await begin(s, road);
    for (let i = 0; i < ready.length; i += AT_A_TIME) {
      const some = ready.slice(i, i + AT_A_TIME).map(async ({ what, who, deed }) => ({
        what: `${what} of ${who}`,
        ...(await answered(s, who, deed)),
      }));
      all.push(...(await Promise.all(some)));
    }
  });
  await end?.(s);
  await s.settles();
  s.heard.isNotListenedTo();
  return all;
}

test("of everything that the gateway listens to it is measured after how long people see an answer", () => {
  const { commands, buttons, forms } = listenedTo();
  const measured = DEEDS.map(([listener]) => listener);
  expect([...commands, ...buttons, ...forms].filter((listener) => !measured.includes(listener))).toEqual([]);
});

for (const [trouble, how] of Object.entries(TROUBLES)) {
  story(
    `whoever does anything in Slack sees an answer within three seconds while ${trouble}`,
    async (s) => {
      const all = await everybodysDeeds(s, how);
      const late = all.filter(({ ms, delivery }) => ms >= SLACK_WAITS_MS || !delivery.acked);
      expect(late.map(({ what, ms }) => `${what}: ${Math.round(ms)} ms`)).toEqual([]);
      if (how !== TROUBLES["Temporal takes two seconds"]) return;
      const early = all.filter(({ what, delivery }) => isHandedOver(what) && (delivery.ackMs ?? 0) < TWO_SECONDS / 2);
      expect(early.map(({ what }) => what)).toEqual([]);
    },
    { more: { people: COORDINATORS } },
  );
}
