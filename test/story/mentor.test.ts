import { expect } from "vitest";
import { story } from "./story.ts";

const inDays = (days: number): number => Math.floor(Date.now() / 1000) + days * 24 * 3600;

story("on the card one mentor passes, another asks for details, and the mentee's answer appears there", async (s) => {
  const [bob, ada, denis, fran] = [s.person("bob"), s.person("ada"), s.person("denis"), s.person("fran")];
  await bob.asksForHelpWith("SQL");
  expect((await s.channelShows("asks for a mentor")).text).toContain(`<@${denis.id}>`);
  await bob.receives("we have your request");

  await denis.pressesOnCard("pass");
  await denis.isShown("You will not be mentioned again for this request");
  await fran.fillsIn("ask-details", { question: "Which database is it?" }, () => fran.pressesOnCard("ask-details"));
  expect((await bob.receives("Which database is it?")).text).toContain(`<@${fran.id}> asks`);
  await bob.fillsIn("add-details", { details: "It is PostgreSQL 15" });
  await s.cardShows("It is PostgreSQL 15");

  await ada.claims();
  await ada.receives("It is PostgreSQL 15");
  await bob.receives("will be your mentor");
  await ada.fillsIn("release", { reason: "I am moving house" });
  await bob.receives("is open again: it is not with");
  const again = await s.channelShows("asks for a mentor");
  expect(again.text.match(/<@\w+>/g)).toEqual([`<@${bob.id}>`, `<@${fran.id}>`]);
});

story(
  "whoever takes a request reads what was asked, where the mentee's clock stands and how to begin; both are asked, and heard, until they have met",
  async (s) => {
    const [bob, ada, cora] = [s.person("bob"), s.person("ada"), s.person("cora")];
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await ada.claims();
    const { text } = await ada.receives("You have taken the request");
    expect(text).toContain("I am stuck with my first real query");
    expect(text).toMatch(/Their time zone is America\/New_York, where it was \w+day \d\d:\d\d when you got it\./);
    expect(text).toContain(`write to <@${bob.id}> in a direct message, and agree on 30 minutes`);
    await bob.receives("will be your mentor");
    await bob.fillsIn("add-details", { details: "It is PostgreSQL 15" });
    await ada.receives("It is PostgreSQL 15");

    await ada.fillsIn("agreed", { on: inDays(2) });
    await bob.receives("says that you agreed on");
    await s.daysPass(3.01);
    await ada.receives("Have you and");
    await bob.receives("Have you and");
    await bob.presses("not-yet");
    await bob.isShown("We will ask again later");
    await ada.presses("did-not-come");
    await ada.isShown("asked whether they still want the session");
    await bob.receives("Would you still like the session?");
    await bob.presses("still-wanted");
    await bob.isShown("Your mentor is told");
    await ada.receives("would still like the session");

    await bob.presses("mentor-never-wrote");
    await bob.isShown("Your mentor is asked now");
    await ada.receives("has not heard from you");
    await ada.presses("wrote");
    await ada.isShown("sees that you have written");
    await cora.receives("does not agree");

    await bob.presses("met");
    await bob.isShown("Good to hear");
    await bob.receives("help you?");
    await s.requestIs(({ standing }) => standing.status === "held" && standing.by === ada.id);
  },
);

story("a mentee who no longer needs the mentor that they have withdraws, and the mentor is told", async (s) => {
  const [bob, ada] = [s.person("bob"), s.person("ada")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");

  await bob.presses("withdraw");
  await bob.isShown("is withdrawn");
  await ada.receives("no longer needs a mentor");
  await s.cardShows("nobody is needed");
  await ada.presses("held");
  await ada.isShown("Nothing was done");
});
