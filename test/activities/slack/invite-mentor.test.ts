import { expect, test } from "vitest";
import { inviteMentor } from "../../../activities/slack/enrol-mentor.ts";
import { channelId, memberId } from "../../../domain/ids.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { aSlack } from "./a-slack.ts";

const [CORA, GRACE, ADA] = [memberId("U0CORA"), memberId("U0GRACE"), memberId("U0ADA")];
const PEOPLE = { coordinator: CORA, coordinators: [CORA], ceo: GRACE, mentorsChannel: channelId(LOCAL.mentorsChannel) };

/** What becomes of an invitation that Slack answers so. */
async function invitedWhen(error: string): Promise<string | undefined> {
  const { slack, client } = await aSlack();
  const answer = { status: 200, body: { ok: false, error } };
  slack.faults.add({ on: "conversations.invite", does: { kind: "answered", answer }, times: 1 });
  return inviteMentor({ slack: client, people: PEOPLE })({ member: ADA });
}

test.each([
  "ura_max_channels",
  "cant_invite",
  "org_user_not_in_team",
  "user_team_not_in_channel",
  "user_is_restricted",
  "user_disabled",
])("an invitation that Slack refuses for good is not tried for ever, and says why: %s", async (error) => {
  expect(await invitedWhen(error)).toBe(error);
});

test("whoever is in the channel already needs no invitation", async () => {
  expect(await invitedWhen("already_in_channel")).toBeUndefined();
});

test.each(["not_in_channel", "missing_scope", "is_archived"])(
  "what staff can mend for everybody is tried again: %s",
  async (error) => {
    await expect(invitedWhen(error)).rejects.toMatchObject({ type: `slack: ${error}` });
  },
);
