import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import type { SeedChannel } from "../../local/slack-simulator/slack-seed.ts";
import { requestIdFor } from "../../slack-gateway/request-id-for.ts";
import { CONFIGURE_SIGNAL, PROGRAMME_ID, PROGRAMME_QUERY, type ProgrammeState } from "../../workflows/contract.ts";
import type { Actor } from "./actor.ts";
import { type Story, story } from "./story.ts";

const CHANNEL: SeedChannel = {
  id: LOCAL.coordinatorsChannel,
  name: "mentor-coordinators",
  isPrivate: true,
  members: [LOCAL.botUserId, "U0DENIS"],
};
const WITH_CHANNEL = { more: { channels: [CHANNEL] } };

/** Nobody is named: coordinators are those in the channel. Bob has asked for a mentor. */
async function bobAsks(s: Story): Promise<Actor> {
  const { gateway, client } = s.machine;
  const programme = client.workflow.getHandle(PROGRAMME_ID);
  const { people } = await programme.query<ProgrammeState>(PROGRAMME_QUERY);
  await programme.signal(CONFIGURE_SIGNAL, { ...people, coordinator: CHANNEL.id, coordinators: [] });
  await gateway.stop();
  await (await s.machine.startGateway()).loaded;
  const bob = s.person("bob");
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await s.isListed(`WorkflowId = "${s.requestId()}"`);
  return bob;
}

/** The window of this person that holds this. */
const window = ({ machine: { slack } }: Story, { id }: Actor, holds: string) =>
  slack.when(() => slack.openViews(id).findLast((view) => JSON.stringify(view).includes(holds)), { for: holds });

const home = async ({ machine: { slack } }: Story, who: Actor): Promise<string> => {
  await who.slack.opensHome();
  return JSON.stringify((await slack.when(() => slack.home(who.id), { for: "the Home tab" })).blocks);
};

story(
  "whoever is in the coordinators' channel does everywhere what coordinators do, and nobody else does",
  async (s) => {
    const bob = await bobAsks(s);
    const [denis, nia] = [s.person("denis"), s.person("nia")];
    expect(await home(s, denis)).toContain("show-request");
    expect(await home(s, nia)).not.toContain("Open requests");
    await nia.slack.command("/mentor-requests");
    expect((await nia.isShown("This is for coordinators")).text).toContain(`type it in <#${CHANNEL.id}>`);

    await denis.slack.command("/mentor-requests");
    const list = await window(s, denis, "show-request");
    await denis.slack.press({ id: list.id }, "show-request");
    const shown = await window(s, denis, '"action_id":"close"');
    await denis.fillsIn("close", { reason: "Solved elsewhere" }, () => denis.slack.press({ id: shown.id }, "close"));
    await bob.receives("We have closed your request");
    await s.requestIs(({ timeline }) => timeline.entries.some(({ what, by }) => what === "close" && by === denis.id));

    await denis.slack.close(shown);
    await denis.slack.press({ id: list.id }, "file-request");
    const form = await window(s, denis, "for-somebody");
    const details = "Nia asked me at the meetup, and would like to look at her portfolio.";
    await denis.slack.submit(form, { mentee: nia.id, service: "Code review", skills: ["React"], details });
    s.request = requestIdFor(form.id, "React");
    await s.channelShows(`<@${nia.id}> asks for a mentor`);
    await nia.receives(`<@${denis.id}> has asked for a mentor for you`);
    await s.requestIs(({ filedBy, mentee }) => filedBy === denis.id && mentee === nia.id);
  },
  WITH_CHANNEL,
);

story(
  "while nobody can say who is in the coordinators' channel, whoever types or presses there counts all the same",
  async (s) => {
    s.machine.slack.refuse("conversations.members", "missing_scope", Number.POSITIVE_INFINITY);
    const bob = await bobAsks(s);
    const denis = s.person("denis");
    expect(await home(s, denis)).not.toContain("Open requests");
    await denis.slack.command("/mentor-requests");
    await denis.isShown("This is for coordinators");
    await denis.slack.command("/mentor-requests", "", CHANNEL.id);
    const list = await window(s, denis, "show-request");
    await denis.slack.press({ id: list.id }, "show-request");
    const shown = await window(s, denis, '"action_id":"close"');
    await denis.fillsIn("close", { reason: "Solved elsewhere" }, () => denis.slack.press({ id: shown.id }, "close"));
    await bob.receives("We have closed your request");
  },
  WITH_CHANNEL,
);
