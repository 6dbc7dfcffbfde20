import { story } from "./story.ts";

story("three mentors press at once: one has it, and the others are told who", async (s) => {
  const [bob, ada, denis, fran] = [s.person("bob"), s.person("ada"), s.person("denis"), s.person("fran")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");

  const release = s.machine.slack.holdDeliveries();
  const pressed = [ada, denis, fran].map((mentor) => mentor.claims());
  release();
  await Promise.all(pressed);

  const { standing } = await s.requestIs(({ standing: { status } }) => status === "claimed");
  const winner = "by" in standing ? standing.by : "nobody";
  await bob.receives(`<@${winner}> will be your mentor`);
  for (const mentor of [ada, denis, fran]) {
    if (mentor.id === winner) await mentor.receives("You have taken");
    else await mentor.isShown(`<@${winner}> was a moment faster`);
  }
  await s.cardShows(`<@${winner}> has taken this one`);
  await s.settles();
});

story("a mentor who presses twice is told that they have it", async (s) => {
  const [bob, ada] = [s.person("bob"), s.person("ada")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  const release = s.machine.slack.holdDeliveries();
  const pressed = [ada.claims(), ada.claims()];
  release();
  await Promise.all(pressed);
  await ada.receives("You have taken");
  await ada.isShown(/^You have the request .+ already/);
  await bob.receives("will be your mentor");
  await s.settles();
});
