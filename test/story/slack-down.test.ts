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

story(
  "a message to the coordinator of which nobody heard is found once the request is claimed, and followed",
  async (s) => {
    const [bob, ada, cora] = [s.person("bob"), s.person("ada"), s.person("cora")];
    const { slack } = s.machine;
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    const toCora = (call: string, sent: unknown) =>
      /^(chat.postMessage|conversations.history)$/.test(call) && JSON.stringify(sent).includes(slack.dmId(cora.id));
    slack.faults.add({ on: toCora, does: { kind: "dropped-after" }, times: 1 });
    const back = slack.faults.add({ on: toCora, does: { kind: "unavailable" } });
    await s.daysPass(7.01);
    await bob.receives("We have not forgotten you");
    await s.channelShows("has been waiting for 3 days");
    await s.channelShows("has been waiting for 5 days");
    const unclaimed = await cora.receives("nobody has claimed");
    await s.requestIs(({ outbox, threads }) => outbox.length === 1 && threads.coordinator === undefined);

    await ada.claims();
    await ada.receives("You have taken");
    await bob.receives("will be your mentor");
    back();
    expect((await cora.receives(`Solved: <@${ada.id}> has taken`)).thread_ts).toBe(unclaimed.ts);
  },
);
