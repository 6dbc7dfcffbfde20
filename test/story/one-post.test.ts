import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { story } from "./story.ts";

for (const kind of ["unavailable-after", "dropped-after"] as const) {
  const mishap = kind === "dropped-after" ? "drops the connection" : "answers 503";
  story(`Slack ${mishap} after posting: mentors see one post, and the mentee one receipt`, async (s) => {
    const [bob, ada] = [s.person("bob"), s.person("ada")];
    s.machine.slack.faults.add({ on: "chat.postMessage", does: { kind }, times: 2 });

    await bob.asksForHelpWith("SQL");
    const card = await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    const { posts, mentioned } = await s.requestIs(
      (request) => request.posts.length > 0 && request.outbox.length === 0,
    );
    expect(posts).toMatchObject([{ channel: LOCAL.mentorsChannel, ts: card.ts }]);
    expect(mentioned).toContain(ada.id);

    await ada.claims();
    await ada.receives("You have taken");
    await bob.receives("will be your mentor");
    await s.cardShows("has taken this one");
    await s.settles();
  });
}

story("a mentor takes a post whose answer from Slack was lost: its card is redrawn all the same", async (s) => {
  const [bob, ada] = [s.person("bob"), s.person("ada")];
  s.machine.slack.faults.add({ on: "chat.postMessage", does: { kind: "dropped-after" }, times: 2 });

  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("we have your request");
  await bob.receives("will be your mentor");
  const card = await s.cardShows("has taken this one");
  expect(JSON.stringify(card.blocks)).not.toContain('"claim"');
});
