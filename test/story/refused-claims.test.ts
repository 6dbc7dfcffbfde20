import { story } from "./story.ts";

story("whoever may not take a request is told why, and it goes on waiting", async (s) => {
  const [denis, sam, tim, ken, cora] = [
    s.person("denis"),
    s.person("sam"),
    s.person("tim"),
    s.person("ken"),
    s.person("cora"),
  ];
  await denis.asksForHelpWith("Go");
  await s.channelShows("asks for a mentor");
  await denis.receives("we have your request");
  await ken.claims();
  await ken.receives("You have taken");
  await denis.receives("will be your mentor");
  await s.cardShows("has taken this one");
  await s.isListed(`Mentor = "${ken.id}"`);
  // A new worker remembers nothing from before Ken had a mentee.
  await s.machine.worker.stop();
  await s.machine.startWorker();

  await denis.asksForHelpWith("SQL", { service: "Pair programming" });
  await s.channelShows("SQL");
  await denis.receives("we have your request");
  await denis.claims();
  await denis.isShown("This is your own request");
  await sam.claims();
  await sam.isShown("taking a break");
  await tim.claims();
  await tim.isShown("taking a break");
  await ken.claims();
  await ken.isShown("as many mentees as your mentor record allows");
  await cora.claims();
  await cora.isShown("not enrolled as a mentor yet");
  await s.requestIs(({ standing }) => standing.status === "waiting");

  const ada = s.person("ada");
  await ada.claims();
  await ada.receives("You have taken");
  await denis.receives("will be your mentor");
});
