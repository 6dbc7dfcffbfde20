import { expect } from "vitest";
import { story } from "./story.ts";

story("nobody has the skill: it is posted without mentions, and the coordinator is told at once", async (s) => {
  const [bob, cora] = [s.person("bob"), s.person("cora")];
  await bob.asksForHelpWith("Rust");
  const card = await s.channelShows("Could one of you help?");
  expect(card.text.match(/<@\w+>/g)).toEqual([`<@${bob.id}>`]);
  await bob.receives("we have your request");
  const told = await cora.receives("No mentor matches");
  expect(told.text).toContain("See the post");
  await s.requestIs(({ stay, timeline }) => {
    const at = timeline.entries.find(({ to, what }) => to === "coordinator" && what === "told")?.at ?? 0;
    return at > 0 && at - stay.since < 60_000;
  });
});
