import { story } from "./story.ts";

story("the form opens while Airtable is down", async (s) => {
  s.breaksDown("airtable");
  await s.person("bob").opensForm();
});

story(
  "the form opens after a restart of the gateway, with no worker, no Airtable and no Temporal server",
  async (s) => {
    await s.machine.gateway.stop();
    await s.machine.worker.stop();
    s.breaksDown("airtable");
    await s.machine.startGateway();
    await s.person("bob").opensForm();

    await s.machine.temporal.kill();
    await s.machine.startGateway();
    await s.person("carla").opensForm();
  },
);
