import { expect } from "vitest";
import { story } from "./story.ts";

story(
  "the socket breaks right behind a claim: it counts, and nobody is told that it was not carried out",
  async (s) => {
    const [bob, ada] = [s.person("bob"), s.person("ada")];
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");

    s.machine.slack.faults.add({ on: "socket", times: 1, does: { kind: "dropped-after" } });
    const { acked } = await ada.claims();

    expect(acked).toBe(false);
    await ada.receives("You have taken the request");
    await bob.receives(`<@${ada.id}> will be your mentor`);
    await s.requestIs(({ outbox }) => outbox.length === 0);
  },
);
