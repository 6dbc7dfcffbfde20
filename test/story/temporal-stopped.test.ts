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
  await ada.isShown("Your press did not get through");

  const asked = await s.person("nia").slack.command("/mentor", "", LOCAL.generalChannel);
  expect(asked.ackMs).toBeLessThan(3_000);
  await s.machine.slack.when(() => s.machine.slack.openViews("U0NIA").length > 0, { for: "the form to open" });
});
