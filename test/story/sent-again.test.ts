import { expect } from "vitest";
import { memberId } from "../../domain/ids.ts";
import { requestIdFor } from "../../slack-gateway/request-id-for.ts";
import {
  MENTOR_REQUEST,
  PROGRAMME_ID,
  PROGRAMME_QUERY,
  type ProgrammeState,
  startOfRequest,
} from "../../workflows/contract.ts";
import { story } from "./story.ts";

story(
  "a form that had got through unconfirmed, is changed and sent again, stays one request, and says so",
  async (s) => {
    const bob = s.person("bob");
    const { slack, client } = s.machine;
    const form = await bob.opensForm();
    const details = "I am stuck with my first real query.";

    // The answer of Temporal to the first sending was lost; the form stayed as it was.
    const { catalogue, policy } = await client.workflow.getHandle(PROGRAMME_ID).query<ProgrammeState>(PROGRAMME_QUERY);
    const service = catalogue?.services.find(({ name }) => name === "Code review");
    const skill = catalogue?.skills.find(({ name }) => name === "SQL");
    if (!service || !skill) throw new Error("The catalogue lacks what is asked for.");
    s.request = requestIdFor(form.id, "SQL");
    const opened = { id: s.request, mentee: memberId(bob.id), policy, asked: { service, skills: [skill], details } };
    await client.workflow.start(MENTOR_REQUEST, startOfRequest(opened));
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await s.isListed(`WorkflowId = "${s.request}"`);

    const sent = await bob.slack.submit(form, { service: "Pair programming", skills: ["Python", "SQL"], details });
    expect(sent.errors).toBeUndefined();
    await slack.when(() => JSON.stringify(slack.openViews(bob.id)).includes("got through already"), {
      for: "the form to say that it had got through",
    });
    const mine = [];
    for await (const one of client.workflow.list({ query: `Mentee = "${bob.id}"` })) mine.push(one.workflowId);
    expect(mine).toEqual([s.request]);
  },
);
