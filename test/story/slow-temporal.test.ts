import { CONFIGURE_SIGNAL, PROGRAMME_ID, PROGRAMME_QUERY, type ProgrammeState } from "../../workflows/contract.ts";
import { overASlowRoad } from "./slow-road.ts";
import { eventually, story } from "./story.ts";

story("a closed request opens, and is opened again, while Temporal takes two seconds", async (s) => {
  const [bob, cora] = [s.person("bob"), s.person("cora")];
  const { slack } = s.machine;
  await overASlowRoad(s, async (road) => {
    await bob.asksForHelpWith("SQL");
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await bob.presses("withdraw");
    await bob.isShown("Your request is withdrawn");
    await s.isListed(`WorkflowId = "${s.requestId()}" AND RequestStatus = "closed"`);
    await cora.slack.command("/mentor-requests");
    const holds = (what: string) =>
      slack.when(() => slack.openViews(cora.id).find(({ blocks }) => JSON.stringify(blocks).includes(what)), {
        for: what,
        withinMs: 15_000,
      });
    const list = await holds("show-request");

    road.slowMs = 2_000;
    await cora.slack.press({ id: list.id }, "show-request");
    const shown = await holds("What happened");
    await cora.slack.press({ id: shown.id }, "reopen");
    const form = await slack.when(
      () => slack.openViews(cora.id).find(({ callback_id }) => callback_id === "reopen-form"),
      { for: "the form to open" },
    );
    await cora.slack.submit(form, { why: "" });
    await holds("It is open again");
    road.slowMs = 0;
    await s.channelShows("asks for a mentor");
    await bob.receives(`<@${cora.id}> has asked for a mentor for you`);
  });
  s.heard.allIsSaid();
});

story("whoever has just become a coordinator opens the list while Temporal takes two seconds", async (s) => {
  const [bob, nia] = [s.person("bob"), s.person("nia")];
  const { slack, client } = s.machine;
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await s.isListed(`WorkflowId = "${s.requestId()}"`);
  const programme = client.workflow.getHandle(PROGRAMME_ID);
  const copy = await programme.query<ProgrammeState>(PROGRAMME_QUERY);
  await programme.signal(CONFIGURE_SIGNAL, { ...copy.people, coordinators: [nia.id] });
  await eventually(async () => {
    const { people } = await programme.query<ProgrammeState>(PROGRAMME_QUERY);
    return people.coordinators.some((id) => id === nia.id) || undefined;
  }, "Nia to be a coordinator");

  const tell = async () => {
    await nia.slack.command("/mentor-requests");
    await bob.slack.command("/mentor-requests");
    const holds = (who: string, what: string) =>
      slack.when(() => JSON.stringify(slack.openViews(who)).includes(what), { for: what, withinMs: 15_000 });
    await Promise.all([holds(nia.id, "show-request"), holds(bob.id, "This is for coordinators")]);
  };
  await overASlowRoad(s, tell, { copy, slowMs: 2_000 });
});
