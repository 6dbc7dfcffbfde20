import { expect } from "vitest";
import { story } from "./story.ts";

const HOUR = 3_600;
const now = () => Math.floor(Date.now() / 1000);

story("whoever chooses what cannot be is told in the form, and puts it right there", async (s) => {
  const [bob, fran, cora] = [s.person("bob"), s.person("fran"), s.person("cora")];
  const { slack } = s.machine;
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await s.isListed(`WorkflowId = "${s.requestId()}"`);
  await cora.slack.command("/mentor-requests");
  const view = (what: string) =>
    slack.when(() => slack.openViews(cora.id).findLast((one) => JSON.stringify(one).includes(what)), { for: what });
  await cora.slack.press({ id: (await view("show-request")).id }, "show-request");
  const { id } = await view("What happened");

  await cora.slack.press({ id }, "write-to-mentors");
  const letter = await view("multi_users_select");
  const toBob = await cora.slack.submit(letter, { mentors: [bob.id] });
  expect(toBob.errors?.mentors).toContain("Please choose somebody else");
  await cora.slack.close(letter);

  await cora.slack.press({ id }, "snooze");
  const sleep = await view("datetimepicker");
  const backwards = await cora.slack.submit(sleep, { until: String(now() - HOUR) });
  expect(backwards.errors?.until).toContain("still to come");
  const forGood = await cora.slack.submit(sleep, { until: String(now() + 400 * 24 * HOUR) });
  expect(forGood.errors?.until).toContain("not more than a year away");
  await cora.slack.close(sleep);

  await cora.slack.press({ id }, "assign");
  const form = await view('"users_select"');
  const ownRequest = await cora.slack.submit(form, { mentor: bob.id });
  expect(ownRequest.errors?.mentor).toContain("Please choose somebody else");
  await cora.slack.submit(form, { mentor: fran.id });
  await fran.receives("We have given you");
  await bob.receives("will be your mentor");

  const past = await fran.fillsIn("agreed", { on: String(now() - HOUR) });
  expect(past.errors?.on).toContain("still to come");
  const { timeline } = await s.requestIs(({ standing }) => standing.status === "claimed");
  expect(timeline.entries.filter(({ what }) => what === "refused" || what === "agreed")).toEqual([]);
});

story("whoever may not take what they were written to about is told where they pressed", async (s) => {
  const [bob, sam, cora] = [s.person("bob"), s.person("sam"), s.person("cora")];
  await bob.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await s.daysPass(7.01);
  await bob.receives("We have not forgotten you");
  await s.channelShows("has been waiting for 3 days");
  await s.channelShows("has been waiting for 5 days");
  await cora.receives("nobody has claimed");

  await cora.fillsIn("write-to-mentors", { mentors: [sam.id, bob.id] });
  await sam.receives("We think that you could help");
  await sam.presses("claim");
  await sam.receives("taking a break, or no longer a mentor");
});
