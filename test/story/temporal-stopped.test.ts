import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { story } from "./story.ts";

const DETAILS = "I wrote this for a quarter of an hour, and would not like to lose it.";

story("with the Temporal server stopped nobody is left without an answer, in time", async (s) => {
  const [bob, carla, ada] = [s.person("bob"), s.person("carla"), s.person("ada")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  const form = await carla.opensForm();
  await s.settles();

  await s.machine.temporal.kill();

  const sent = await carla.slack.submit(form, { service: "Code review", skills: ["SQL"], details: DETAILS });
  expect(sent).toMatchObject({
    acked: true,
    errors: { details: expect.stringContaining("What you typed is still here") },
  });
  expect(sent.ackMs).toBeLessThan(3_000);
  expect(JSON.stringify(s.machine.slack.openViews(carla.id))).toContain(DETAILS);

  const pressed = await ada.claims();
  expect(pressed.ackMs).toBeLessThan(3_000);
  await ada.isShown("could not be confirmed in time that your press got through");

  const asked = await s.person("nia").slack.command("/mentor", "", LOCAL.generalChannel);
  expect(asked.ackMs).toBeLessThan(3_000);
  await s.machine.slack.when(() => s.machine.slack.openViews("U0NIA").length > 0, { for: "the form to open" });
});

story("with the Temporal server stopped every other button, form and command is answered as well", async (s) => {
  const { slack } = s.machine;
  const [bob, nia, cora] = [s.person("bob"), s.person("nia"), s.person("cora")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await nia.slack.writes(slack.dmId(nia.id), "Can I bring a friend?");
  await nia.receives("I look after the mentorship programme");
  await s.settles();
  await s.machine.temporal.kill();

  expect((await nia.presses("pass-on")).ackMs).toBeLessThan(3_000);
  await nia.isShown("could not be confirmed in time");
  expect((await bob.presses("withdraw")).ackMs).toBeLessThan(3_000);
  await bob.isShown("could not be confirmed in time");
  await bob.presses("add-details");
  const details = await slack.when(() => slack.openViews(bob.id).at(-1), { for: "the form for details" });
  const sent = await bob.slack.submit(details, { details: DETAILS });
  expect(sent.ackMs).toBeLessThan(3_000);
  expect(Object.values(sent.errors ?? {}).join()).toContain("again");
  expect(JSON.stringify(slack.openViews(bob.id))).toContain(DETAILS);

  await bob.slack.command("/mentor", "status");
  await bob.isShown("cannot be");
  await cora.slack.command("/mentor-requests");
  await slack.when(() => JSON.stringify(slack.openViews(cora.id)).includes("cannot be"), { for: "the queue's answer" });

  await nia.slack.command("/mentor-volunteer");
  const form = await slack.when(() => slack.openViews(nia.id).at(-1), { for: "the form for volunteers" });
  const offered = await nia.slack.submit(form, { skills: ["SQL"], mentees: "1", conduct: ["accepted"] });
  expect(offered.ackMs).toBeLessThan(3_000);
  expect(Object.values(offered.errors ?? {}).join()).toContain("again");
});
