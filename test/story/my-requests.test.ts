import { expect } from "vitest";
import { story } from "./story.ts";

story("a member sees where their requests stand, and withdraws one", async (s) => {
  const bob = s.person("bob");
  await bob.slack.command("/mentor", "status");
  await bob.isShown("You have asked for nothing");
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");

  await bob.slack.command("/mentor", "status");
  const status = await bob.isShown("Your requests");
  expect(JSON.stringify(status.blocks)).toContain("Waiting for a mentor");
  expect(status.text, "what is read out").toContain("Waiting for a mentor");
  await bob.slack.command("/mentor", "withdraw");
  const list = await bob.isShown("Which of your requests");
  await bob.slack.press({ channel: list.channel, ts: list.ts }, "withdraw");
  await bob.isShown("is withdrawn");
  await s.requestIs(({ standing }) => standing.status === "closed");
  await bob.slack.command("/mentor", "what now");
  await bob.isShown("`/mentor status`");
});

story("a member reads when both are asked whether they have met, and after the end how it ended", async (s) => {
  const [bob, ada] = [s.person("bob"), s.person("ada")];
  const reads = async () => {
    await bob.slack.command("/mentor", "status");
    return JSON.stringify((await bob.isShown("Your requests")).blocks);
  };
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  await s.isListed(`WorkflowId = "${s.requestId()}" AND RequestStatus = "claimed"`);
  expect(await reads()).toMatch(/We will ask you both <!date.*> whether you have met/);

  await bob.presses("withdraw");
  await bob.isShown("is withdrawn");
  await ada.receives("no longer needs a mentor");
  await s.isListed(`WorkflowId = "${s.requestId()}" AND RequestStatus = "closed"`);
  expect(await reads()).toContain("You have withdrawn it");
  const { slack } = s.machine;
  await bob.slack.opensHome();
  await slack.when(() => JSON.stringify(slack.home(bob.id)?.blocks ?? []).includes("You have withdrawn it"), {
    for: "the Home tab to say how it ended",
  });
});

story("a member may ask three times in a month, is told how many are left, and when the next is allowed", async (s) => {
  const bob = s.person("bob");
  const { slack } = s.machine;
  for (const [skill, service] of [
    ["SQL", "Code review"],
    ["Go", "Pair programming"],
    ["Java", "Mock interview"],
  ] as const) {
    await bob.asksForHelpWith(skill, { service });
    await s.channelShows(skill);
    await bob.receives(skill);
  }
  const form = await bob.opensForm();
  await slack.when(
    () =>
      slack
        .openViews(bob.id)
        .some(({ id, blocks }) => id === form.id && JSON.stringify(blocks).includes("as often as is possible")),
    { for: "the form to say that none is left" },
  );
  const details = "A fourth one, which is one too many for this month.";
  const sent = await bob.slack.submit(form, { service: "Résumé review", skills: ["Testing"], details });
  expect(sent.errors?.service).toMatch(/you can ask again on 20\d\d-\d\d-\d\d at \d\d:\d\d UTC/);
});

story("a second request for the same service is pointed out before it is filed", async (s) => {
  const bob = s.person("bob");
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");

  const form = await bob.opensForm();
  const wish = {
    service: "Code review",
    skills: ["Python"],
    details: "Something quite different this time, in Python.",
  };
  const first = await bob.slack.submit(form, wish);
  expect(first.errors?.service).toContain("You have an open request for this already");
  const second = await bob.slack.submit(form, wish);
  expect(second.errors).toBeUndefined();
  await s.channelShows("Python");
  await bob.receives("Python");
});
