import { z } from "zod";
import { method } from "../method.ts";

export const authTest = method({
  name: "auth.test",
  tier: "special",
  scopes: [],
  args: z.object({}),
  run: (slack) => {
    const { botUserId, botId } = slack.app();
    return {
      url: `https://${slack.team.domain}.slack.com/`,
      team: slack.team.name,
      user: slack.workspace.people.find(botUserId)?.name,
      team_id: slack.team.id,
      user_id: botUserId,
      bot_id: botId,
      is_enterprise_install: false,
    };
  },
});
