import { expect } from "vitest";
import type { RequestId } from "../../domain/ids.ts";
import { story } from "./story.ts";

story(
  "one outage is one message to the coordinator, however many requests it holds up, and one when it is over",
  async (s) => {
    const cora = s.person("cora");
    const { airtable, client } = s.machine;
    const asked: RequestId[] = [];
    const back = airtable.faults.add({ on: /^PATCH/, does: { kind: "unavailable" } });
    for (const [name, skill] of [
      ["bob", "SQL"],
      ["carla", "Go"],
    ] as const) {
      await s.person(name).asksForHelpWith(skill);
      await s.channelShows(skill);
      await s.person(name).receives("we have your request");
      await s.daysPass(0.1);
      await s.isListed(`WorkflowId = "${s.requestId()}" AND Trouble IS NOT NULL`);
      asked.push(s.requestId());
    }
    const audit = client.schedule.getHandle("self-audit");
    await audit.trigger("BUFFER_ONE");
    expect((await cora.receives("could not be written or said, for 2 requests")).text).toContain(
      "airtable: unavailable",
    );
    await audit.trigger("BUFFER_ONE");

    back();
    for (const id of asked) {
      s.request = id;
      await s.daysPass(0.1);
      await s.isListed(`WorkflowId = "${id}" AND Trouble IS NULL`);
    }
    await audit.trigger("BUFFER_ONE");
    await cora.receives("All is well again");
  },
);
