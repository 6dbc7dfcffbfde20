import { expect } from "vitest";
import { story } from "./story.ts";

story(
  "a claim is decided at once while a Slack that is down can be told nothing, and all hear of it when it is back",
  async (s) => {
    const [bob, ada, denis] = [s.person("bob"), s.person("ada"), s.person("denis")];
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await s.settles();

    const back = s.breaksDown("slack");
    await s.daysPass(3.01);
    await s.requestIs(({ outbox }) => outbox.some(({ step }) => step === "bump-1"));
    const began = performance.now();
    await ada.claims();
    await s.requestIs(({ standing }) => standing.status === "claimed" && standing.by === ada.id);
    expect(performance.now() - began).toBeLessThan(3_000);
    await denis.claims();
    await s.requestIs(({ timeline }) => timeline.entries.some(({ by, what }) => by === denis.id && what === "refused"));
    await s.recordIs(({ Status }) => Status === "claimed");

    back();
    await ada.receives("You have taken");
    await bob.receives("will be your mentor");
    await denis.isShown("was a moment faster");
    await s.cardShows("has taken this one");
    await s.settles();
  },
);
