import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { type Story, story } from "./story.ts";

async function bobHasAdaAsMentor(s: Story) {
  const [bob, ada] = [s.person("bob"), s.person("ada")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  return { bob, ada };
}

story("the session takes place, the mentee says that it helped, and the request is complete", async (s) => {
  const { bob, ada } = await bobHasAdaAsMentor(s);

  await ada.presses("held");
  await ada.isShown("Thank you for holding the session");
  await bob.receives("help you?");
  await bob.fillsIn("rate", { rating: "5", comment: "Very much so" });
  await s.requestIs(({ standing }) => standing.status === "closed" && standing.outcome.kind === "completed");
  const record = await s.recordIs(({ Status }) => Status === "closed");
  expect(record.Rating).toBe(5);
  expect(record.Feedback).toBe("Very much so");
});

story("a mentor gives it back: it is posted again at once, and another mentor takes it", async (s) => {
  const { bob, ada } = await bobHasAdaAsMentor(s);
  const denis = s.person("denis");

  await ada.fillsIn("release", { reason: "I am moving house" });
  await bob.receives("is open again: it is not with");
  const again = await s.channelShows("asks for a mentor");
  expect(again.text).not.toContain(`<@${ada.id}>`);
  await denis.claims();
  await denis.receives("You have taken");
  await bob.receives(`<@${denis.id}> will be your mentor`);
});

story("nothing is heard of a mentor for two weeks: the claim lapses, and the coordinator is told", async (s) => {
  const { bob, ada } = await bobHasAdaAsMentor(s);
  const cora = s.person("cora");

  await s.daysPass(14.01);
  await ada.receives("How is it going");
  await ada.receives("Have you and");
  await bob.receives("Have you and");
  await ada.receives("We have not heard from you");
  await bob.receives("is open again: it is not with");
  await cora.receives("has not been heard of since");
  await s.channelShows("asks for a mentor");
});

story("the session did not help: the same request goes to another mentor, never to the former one", async (s) => {
  const { bob, ada } = await bobHasAdaAsMentor(s);
  const cora = s.person("cora");

  await ada.presses("held");
  await ada.isShown("Thank you for holding the session");
  await bob.receives("help you?");
  await bob.presses("another-mentor");
  await bob.isShown("goes to other mentors");
  await cora.receives("would like another mentor");
  await s.channelShows("asks for a mentor");
  await ada.claims();
  await ada.isShown("this time somebody else should help");
});

story("a mentee adds details and withdraws: the card shows both", async (s) => {
  const bob = s.person("bob");
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");

  await bob.fillsIn("add-details", { details: "It is PostgreSQL 15" });
  await s.machine.slack.when(
    () => s.machine.slack.messages(LOCAL.mentorsChannel).find(({ text }) => text.includes("It is PostgreSQL 15")),
    { for: "the card to show the addition" },
  );
  await bob.presses("withdraw");
  await bob.isShown("is withdrawn");
  await s.machine.slack.when(
    () => s.machine.slack.messages(LOCAL.mentorsChannel).find(({ text }) => text.includes("nobody is needed")),
    { for: "the card to be closed" },
  );
  await s.requestIs(({ standing }) => standing.status === "closed");
});
