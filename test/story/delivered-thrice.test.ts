import { expect } from "vitest";
import type { Outgoing } from "../../local/slack-simulator/delivery/outgoing.ts";
import { story } from "./story.ts";

story(
  "Slack delivers the same form and the same press three times each: one request, one claim, each told once",
  async (s) => {
    const [bob, ada] = [s.person("bob"), s.person("ada")];

    const { acked, duplicates } = await bob.asksForHelpWith("SQL", {}, { times: 3 });
    expect([acked, ...(duplicates ?? []).map((delivery) => delivery.acked)]).toEqual([true, true, true]);
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await ada.claims({ times: 3 });
    await ada.receives("You have taken");
    await bob.receives("will be your mentor");
    await s.recordIs(({ Status }) => Status === "claimed");
    await s.settles();
    expect(s.records().length).toBe(1);
    const { timeline } = await s.requestIs(() => true);
    expect(timeline.entries.filter(({ by }) => by === ada.id).length).toBe(1);
  },
);

story(
  "a press and a form that come a second time, when they were carried out long ago, are answered as before",
  async (s) => {
    const [bob, cora, ken] = [s.person("bob"), s.person("cora"), s.person("ken")];
    await bob.asksForHelpWith("Rust");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await cora.receives("No mentor matches");

    const sent: Outgoing["payload"][] = [];
    const remembering = {
      forge: (payload: Outgoing["payload"]) => {
        sent.push(payload);
        return payload;
      },
    };
    await cora.presses("assign");
    const form = await s.machine.slack.when(() => s.machine.slack.openViews(cora.id).at(-1), { for: "the form" });
    await cora.slack.submit(form, { mentor: ken.id }, remembering);
    await ken.receives("We have given you");
    await bob.receives("will be your mentor");
    await cora.receives("Solved");
    await bob.presses("withdraw", remembering);
    await bob.isShown("is withdrawn");
    await ken.receives("no longer needs");
    await cora.receives("Solved");

    const [assigned = {}, withdrawn = {}] = sent;
    const { response } = await cora.slack.deliver(assigned);
    expect(JSON.stringify(response)).toContain("the mentor and the member are told");
    await bob.slack.deliver(withdrawn);
    await bob.isShown("is withdrawn");
  },
);
