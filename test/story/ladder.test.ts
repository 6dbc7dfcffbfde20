import { expect } from "vitest";
import type { Person } from "../../local/seed/cast.ts";
import { type Story, story } from "./story.ts";

const names = ["amy", "ben", "cal", "dee", "eli", "fay", "gus", "hal", "ida", "jon", "kim", "lou"];

/** With the three of the cast, fifteen mentors for SQL. */
const MANY: readonly Person[] = names.map((name) => ({
  id: `U0X${name.toUpperCase()}`,
  name,
  realName: `${name} of SQL`,
  timeZone: "America/New_York",
  mentor: { skills: ["SQL"], services: ["Code review"] },
}));

const mentionedIn = ({ text }: { readonly text: string }, besides: string): readonly string[] =>
  [...text.matchAll(/<@(\w+)>/g)].map(([, id = ""]) => id).filter((id) => id !== besides);

async function bobAsks(s: Story) {
  const bob = s.person("bob");
  await bob.asksForHelpWith("SQL");
  const card = await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  return { bob, card };
}

story(
  "a request that nobody claims climbs from the mentors to the coordinator, to the CEO, and is not forgotten",
  async (s) => {
    const { bob, card } = await bobAsks(s);
    const [cora, grace] = [s.person("cora"), s.person("grace")];
    const first = mentionedIn(card, bob.id);
    expect(first.length).toBe(10);

    await s.daysPass(2.01);
    await bob.receives("We have not forgotten you");
    await s.daysPass(1);
    const bump = await s.channelShows("has been waiting for 3 days");
    expect(bump.thread_ts).toBe(card.ts);
    const next = mentionedIn(bump, bob.id);
    expect(next.length).toBe(5);
    expect(next.filter((id) => first.includes(id))).toEqual([]);
    await s.daysPass(2);
    const second = await s.channelShows("has been waiting for 5 days");
    expect(mentionedIn(second, bob.id)).toEqual([]);

    await s.daysPass(2);
    const toCora = await cora.receives("For 7 days nobody has claimed");
    expect(toCora.thread_ts).toBeUndefined();
    await s.daysPass(3.5);
    const toGrace = await grace.receives("For 10 days 12 hours nobody has claimed");

    for (const days of [17, 24, 31]) {
      await s.daysPass(7);
      expect((await cora.receives(`After ${days} days 12 hours, still nobody`)).thread_ts).toBe(toCora.ts);
      expect((await grace.receives(`After ${days} days 12 hours, still nobody`)).thread_ts).toBe(toGrace.ts);
    }
  },
  { more: { people: MANY } },
);

story("a mentor takes it after eight days: where the coordinator read of it, it says that it is solved", async (s) => {
  const { bob } = await bobAsks(s);
  const [ada, cora] = [s.person("ada"), s.person("cora")];
  await s.daysPass(8);
  await bob.receives("We have not forgotten you");
  await s.channelShows("has been waiting for 3 days");
  await s.channelShows("has been waiting for 5 days");
  const unclaimed = await cora.receives("nobody has claimed");
  await ada.claims();
  await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  expect((await cora.receives(`Solved: <@${ada.id}> has taken`)).thread_ts).toBe(unclaimed.ts);
  await s.settles();
});
