import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { story } from "./story.ts";

story(
  "somebody deletes the card: it is shown again with its buttons, and the coordinator and the CEO hear of it",
  async (s) => {
    const [bob, ada, cora, grace] = [s.person("bob"), s.person("ada"), s.person("cora"), s.person("grace")];
    await bob.asksForHelpWith("SQL");
    const { ts } = await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await grace.slack.deletes(LOCAL.mentorsChannel, ts);

    await s.daysPass(10.6);
    await bob.receives("We have not forgotten you");
    const bump = await s.channelShows("has been waiting for 3 days");
    expect(bump.text).toContain("I am stuck");
    expect(bump.thread_ts).toBeUndefined();
    await s.channelShows("has been waiting for 5 days");
    await cora.receives("nobody has claimed");
    await grace.receives("nobody has claimed");

    await ada.slack.press({ channel: LOCAL.mentorsChannel, ts: bump.ts }, "claim");
    await ada.receives("You have taken");
    await bob.receives("will be your mentor");
    await cora.receives("Solved");
    await grace.receives("Solved");
  },
);
