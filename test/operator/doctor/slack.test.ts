import { expect, test } from "vitest";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import type { SlackSimulator } from "../../../local/slack-simulator/slack-simulator.ts";
import { checkSlack } from "../../../operator/doctor/check-slack.ts";
import manifest from "../../../slack-manifest.json" with { type: "json" };
import { aSlack } from "../../activities/slack/a-slack.ts";

const { bot: SCOPES } = manifest.oauth_config.scopes;

const PLACES: { readonly mentors: string; readonly coordinator: string } = {
  mentors: LOCAL.mentorsChannel,
  coordinator: "U0CORA",
};

async function told(change: (slack: SlackSimulator) => void, places: Partial<typeof PLACES> = {}) {
  const { slack, client } = await aSlack();
  change(slack);
  const findings = await checkSlack(client, { ...PLACES, ...places });
  return findings.map(({ what, remedy }) => `${what} ${remedy}`);
}

test("of the app as its manifest describes it there is nothing to say", async () => {
  expect(await told(() => undefined)).toEqual([]);
});

test("of a private channel of coordinators that the bot is in there is nothing to say", async () => {
  expect(await told(() => undefined, { coordinator: LOCAL.mentorsChannel })).toEqual([]);
});

test("an app with more scopes than it needs is well", async () => {
  expect(await told((slack) => slack.setApp({ scopes: [...SCOPES, "reactions:read"] }))).toEqual([]);
});

test("each scope that the app lacks is named, and where to get it", async () => {
  const lacking = (scope: string) => !["im:write", "users:read"].includes(scope);
  expect(await told((slack) => slack.setApp({ scopes: SCOPES.filter(lacking) }))).toEqual([
    expect.stringMatching(/lacks the scopes (im:write, users:read|users:read, im:write)\. .*slack-manifest\.json/),
  ]);
});

test.each<[string, (slack: SlackSimulator) => void, RegExp, Partial<typeof PLACES>?]>([
  [
    "a token that was revoked",
    (slack) => slack.setApp({ tokenRefusedWith: "token_revoked" }),
    /refuses the token \(token_revoked\)\. Install the app again/,
  ],
  [
    "a bot that is not in the channel",
    (slack) => slack.setChannel(LOCAL.mentorsChannel, { members: [] }),
    /cannot read the mentors' channel \(channel_not_found\)\. .*\/invite @Muster/,
  ],
  [
    "a channel that is not there",
    () => undefined,
    /\(channel_not_found\)\. Set SLACK_MENTORS_CHANNEL/,
    { mentors: "C0NOWHERE" },
  ],
  [
    "a coordinators' channel that is not there",
    () => undefined,
    /cannot see who is in the coordinators' channel \(channel_not_found\)\. Set SLACK_COORDINATOR.*\/invite @Muster/,
    { coordinator: "C0NOWHERE" },
  ],
  [
    "a public coordinators' channel",
    (slack) => slack.refuse("conversations.members", "missing_scope"),
    /\(missing_scope\)\..*make it private/,
    { coordinator: LOCAL.generalChannel },
  ],
  ["a Slack that does not answer", (slack) => slack.faults.add({ does: { kind: "html" } }), /cannot be reached/],
])("of %s it says what to do", async (_what, change, said, places) => {
  expect(await told(change, places)).toEqual([expect.stringMatching(said)]);
});
