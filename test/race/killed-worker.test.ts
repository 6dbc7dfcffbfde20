import { expect, test } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { Actor } from "../story/actor.ts";
import { Story } from "../story/story.ts";
import { MENTEES } from "./claim-race.ts";
import { startRaceMachine } from "./race-machine.ts";

test("a worker killed in the middle of its work: the request goes on with another, and nothing is said twice", {
  timeout: 180_000,
}, async () => {
  const { machine, workers } = await startRaceMachine();
  const { slack } = machine;
  const patience = { withinMs: 60_000 };
  try {
    await workers.fillUp();
    const s = new Story(machine);
    const [mentee] = MENTEES;
    if (!mentee) throw new Error("There is nobody who asks.");
    const [asker, ada] = [new Actor(s, mentee), s.person("ada")];

    // The post stands in Slack, but its worker dies before it hears so.
    slack.faults.add({ on: "chat.postMessage", times: 2, does: { kind: "stalled-in-body" } });
    await asker.asksForHelpWith("SQL");
    await slack.when(() => slack.messages(LOCAL.mentorsChannel).length > 0, patience);
    await workers.killWhoeverDoes("postRequest", s.requestId());
    await workers.fillUp();
    await s.requestIs(({ outbox }) => outbox.length === 0, 60_000);

    // So does whoever is telling the mentor.
    slack.faults.add({ on: "chat.postMessage", times: 2, does: { kind: "stalled-in-body" } });
    await ada.claims();
    await slack.when(() => slack.dm(ada.id).length > 0, patience);
    await workers.killWhoeverDoes("tellMentor", s.requestId());
    await workers.fillUp();
    await s.requestIs(({ standing, outbox }) => standing.status === "claimed" && outbox.length === 0, 60_000);

    const texts = (messages: readonly { readonly text: string }[]) => messages.map(({ text }) => text);
    expect(texts(slack.messages(LOCAL.mentorsChannel))).toEqual([expect.stringContaining("asks for a mentor")]);
    expect(texts(slack.dm(mentee.id))).toEqual([
      expect.stringContaining("we have your request"),
      expect.stringContaining("will be your mentor"),
    ]);
    expect(texts(slack.dm(ada.id))).toEqual([expect.stringContaining("You have taken the request")]);
    expect(slack.problems).toEqual([]);
  } finally {
    await workers.stop();
    await machine.stop();
  }
});
