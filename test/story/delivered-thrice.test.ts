import { expect } from "vitest";
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
