import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { CAST } from "../../local/seed/cast.ts";
import type { Delivery } from "../../local/slack-simulator/delivery/delivery.ts";
import { requestIdFor } from "../../slack-gateway/request-id-for.ts";
import { type OurProcess, startOurProcess } from "../race/our-process.ts";
import { Actor } from "./actor.ts";
import { eventually, story } from "./story.ts";

/** How long after a form and a press were sent the gateway is killed, in milliseconds. */
const KILLED_AFTER_MS = [5, 30, 60, 120, 250, 600];
const MEMBERS = KILLED_AFTER_MS.map((_, n) => ({
  id: `U0MEMBER${n}`,
  name: `member${n}`,
  realName: `Member ${n}`,
  timeZone: "Europe/Berlin",
}));
const MENTORS = CAST.filter(({ mentor }) => mentor && !mentor.inactive && !mentor.pausedUntil).map(({ name }) => name);

/** Something that a person does, and does again until Slack no longer says that the app did not respond. */
interface Deed {
  do(): Promise<Delivery>;
  done: boolean;
}

story(
  "the gateway is killed in the middle of forms and presses: what Slack heard was taken is carried out, once, and the rest is when it is done again",
  async (s) => {
    const { slack, client, env, gateway: first } = s.machine;
    const bob = s.person("bob");
    await bob.asksForHelpWith("SQL");
    const bobs = s.requestId();
    await s.channelShows("asks for a mentor");
    const card = slack.messages(env.SLACK_MENTORS_CHANNEL ?? "").at(-1);
    if (!card) throw new Error("There is no card.");
    await first.stop();

    const folder = await mkdtemp(join(tmpdir(), "muster-gateway-"));
    let gateway: OurProcess | undefined;
    const begins = async () => {
      gateway = await startOurProcess(["slack-gateway/main.ts"], "The gateway listens", {
        ...env,
        DATA_DIR: folder,
        HEALTH_PORT: "0",
      });
      const copy = join(folder, "programme.json");
      await eventually(() => stat(copy).catch(() => undefined), "the gateway to know what its forms offer");
    };
    const takes = async (deed: Deed) => {
      const { acked, errors } = await deed.do();
      deed.done = acked && !errors;
    };
    const deeds: Deed[] = [];
    const requests = [bobs];
    try {
      for (const [n, somebody] of MEMBERS.entries()) {
        await begins();
        const [member, mentor] = [new Actor(s, somebody), s.person(MENTORS[n] ?? "")];
        const form = await member.opensForm();
        requests.push(requestIdFor(form.id, "Go"));
        const wish = { service: "Code review", skills: ["Go"], details: "I am stuck with my first real program." };
        const both: Deed[] = [
          { do: () => member.slack.submit(form, wish), done: false },
          { do: () => mentor.slack.press({ channel: card.channel, ts: card.ts }, "pass"), done: false },
        ];
        const underway = Promise.all(both.map(takes));
        await delay(KILLED_AFTER_MS[n]);
        await gateway?.kill();
        await underway;
        deeds.push(...both);
      }
      const taken = deeds.filter(({ done }) => done).length;
      await begins();
      for (const deed of deeds.filter(({ done }) => !done)) await takes(deed);
      expect(deeds.filter(({ done }) => !done)).toEqual([]);
      expect(taken).toBeLessThan(deeds.length);
      await s.settles();
    } finally {
      await gateway?.stop();
      await rm(folder, { recursive: true, force: true });
    }

    for (const id of requests) await s.isListed(`WorkflowId = "${id}" AND RequestStatus = "waiting"`);
    expect((await client.workflow.count('WorkflowType = "mentorRequest"')).count).toBe(requests.length);
    s.request = bobs;
    const { timeline } = await s.requestIs(({ passed }) => passed.length === KILLED_AFTER_MS.length);
    expect(timeline.entries.filter(({ what }) => what === "pass").length).toBe(KILLED_AFTER_MS.length);
    s.heard.allIsSaid();
  },
  { more: { people: MEMBERS }, withinMs: 150_000 },
);
