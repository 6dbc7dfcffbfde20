import { expect } from "vitest";
import { story } from "./story.ts";

const actsIn = ({ blocks }: { readonly blocks?: unknown }): readonly string[] =>
  [...JSON.stringify(blocks).matchAll(/"action_id":"([\w-]+)"/g)].map(([, act = ""]) => act);

const HERS = ["assign", "write-to-mentors", "close"];

story("the CEO reads of a request that has waited too long, writes to mentors, and assigns one", async (s) => {
  const [bob, ken, cora, grace] = [s.person("bob"), s.person("ken"), s.person("cora"), s.person("grace")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await s.daysPass(10.6);
  await bob.receives("We have not forgotten you");
  await s.channelShows("has been waiting for 3 days");
  await s.channelShows("has been waiting for 5 days");
  await cora.receives("For 7 days nobody has claimed");
  const escalated = await grace.receives("For 10 days 12 hours nobody has claimed");
  expect(actsIn(escalated)).toEqual(HERS);

  await grace.fillsIn("write-to-mentors", { mentors: [ken.id] });
  expect(actsIn(await ken.receives("could help with the request"))).toEqual(["claim", "pass"]);
  await grace.fillsIn("assign", { mentor: ken.id });
  await ken.receives("We have given you the request");
  await bob.receives(`<@${ken.id}> will be your mentor`);
  await cora.receives(`Solved: <@${ken.id}> has taken`);
  await grace.receives(`Solved: <@${ken.id}> has taken`);
  const { timeline } = await s.requestIs(({ standing }) => standing.status === "claimed" && standing.by === ken.id);
  const hers = timeline.entries.filter(({ by }) => by === grace.id).map(({ what }) => what);
  expect(hers).toEqual(["write-to-mentors", "assign"]);
});

story("the CEO finds every open request on the Home tab and in the list, and closes one", async (s) => {
  const [carla, grace] = [s.person("carla"), s.person("grace")];
  const { slack } = s.machine;
  await carla.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await carla.receives("we have your request");

  await s.isListed(`WorkflowId = "${s.requestId()}"`);
  await grace.slack.opensHome();
  const home = await slack.when(() => slack.home(grace.id), { for: "the Home tab" });
  expect(JSON.stringify(home.blocks)).toContain("Open requests");
  await grace.slack.command("/mentor-requests");
  const list = await slack.when(() => slack.openViews(grace.id).find((view) => actsIn(view).includes("show-request")), {
    for: "the list to open",
  });
  await grace.slack.press({ id: list.id }, "show-request");
  const shown = await slack.when(() => slack.openViews(grace.id).find((view) => actsIn(view).includes("close")), {
    for: "the request to open",
  });
  expect(actsIn(shown)).toEqual(HERS);
  await grace.fillsIn("close", { reason: "Solved elsewhere" }, () => grace.slack.press({ id: shown.id }, "close"));
  await carla.receives("We have closed your request");
  await s.requestIs(({ standing }) => standing.status === "closed");
});
