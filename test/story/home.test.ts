import { expect } from "vitest";
import type { Actor } from "./actor.ts";
import { type Story, story } from "./story.ts";

async function home(s: Story, person: Actor, shows: string): Promise<string> {
  const { slack } = s.machine;
  await person.slack.opensHome();
  return slack.when(
    () => {
      const blocks = JSON.stringify(slack.home(person.id)?.blocks ?? []);
      return blocks.includes(shows) && blocks;
    },
    { for: `the Home tab to show "${shows}"` },
  );
}

story("everybody finds on the Home tab what concerns them", async (s) => {
  const [bob, ada, cora] = [s.person("bob"), s.person("ada"), s.person("cora")];
  const { slack } = s.machine;
  expect(await home(s, bob, "You have no request")).not.toContain("Open requests");

  const tab = slack.home(bob.id);
  await bob.slack.press({ id: tab?.id ?? "" }, "ask");
  const form = await slack.when(() =>
    slack.openViews(bob.id).find(({ callback_id }) => callback_id === "request-form"),
  );
  await bob.slack.submit(form, {
    service: "Code review",
    skills: ["SQL"],
    details: "I would like my first query looked at.",
  });
  for (const view of slack.openViews(bob.id)) await bob.slack.close(view);
  await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");

  await home(s, bob, "Waiting for a mentor");
  expect(await home(s, cora, "Open requests")).toContain("show-request");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  const pairings = await home(s, ada, "Your mentees");
  expect(pairings).toContain('"release"');

  await ada.presses("held");
  await ada.isShown("Thank you for holding the session");
  await bob.receives("Did the session with");
  await s.isListed(`Mentor = "${ada.id}" AND RequestStatus = "held"`);
  const held = await home(s, ada, "held, <@");
  expect(held).toContain('"did-not-come"');
  expect(held).not.toContain('"release"');
});

story("a coordinator who has asked for a mentor herself finds both on the Home tab", async (s) => {
  const cora = s.person("cora");
  await cora.asksForHelpWith("SQL");
  await s.channelShows("asks for a mentor");
  await cora.receives("we have your request");
  await s.isListed(`WorkflowId = "${s.requestId()}"`);
  const shown = await home(s, cora, "Waiting for a mentor");
  expect(shown).toContain("Open requests");
});

story("whoever writes to the bot is answered once, and a person can be asked", async (s) => {
  const [bob, cora] = [s.person("bob"), s.person("cora")];
  const { slack } = s.machine;
  await bob.slack.writes(
    slack.dmId(bob.id),
    "Can &lt;I&gt; bring R&amp;D along? <https://x.org/a?b=1|x.org> &lt;!here&gt;",
    { times: 3 },
  );
  const answer = await bob.receives("I look after the mentorship programme");
  await bob.slack.press({ channel: answer.channel, ts: answer.ts }, "pass-on", { times: 2 });
  await bob.isShown("It is passed on");
  await bob.isShown("It is passed on");
  const passedOn = await cora.receives("has a question");
  expect(passedOn.text).toContain("> Can &lt;I&gt; bring R&amp;D along? https://x.org/a?b=1 &lt;!here&gt;\n");
});

story(
  "whoever sends the bot a file, or writes in a thread, is answered there; what is edited or deleted is not",
  async (s) => {
    const bob = s.person("bob");
    const { slack } = s.machine;
    const channel = slack.dmId(bob.id);
    await bob.slack.writes(channel, "Who are you?");
    const first = await bob.receives("I look after the mentorship programme");
    await bob.slack.writes(channel, "And now?", { threadTs: first.ts });
    expect(await bob.receives("I look after the mentorship programme")).toMatchObject({ thread_ts: first.ts });
    const message = {
      type: "message",
      channel,
      channel_type: "im",
      user: bob.id,
      text: "",
      event_ts: "1790000000.000100",
    };
    const tells = (event: object) =>
      bob.slack.deliver(
        {
          type: "event_callback",
          team_id: "T0LOCAL",
          event_id: crypto.randomUUID(),
          event_time: 1_790_000_000,
          event: { ...message, ts: "1790000000.000100", ...event },
        },
        "events_api",
      );
    await tells({ subtype: "message_changed", message: { ...message, ts: first.ts }, hidden: true });
    await tells({ subtype: "message_deleted", deleted_ts: first.ts, hidden: true });
    await tells({ subtype: "file_share", files: [{ id: "F0SHOT" }] });
    await bob.receives("I look after the mentorship programme");
  },
);
