import { expect, test } from "vitest";
import { withPlayground } from "./a-playground.ts";

const playground = withPlayground();

test("a request that nobody takes goes up the whole ladder, step by step", async () => {
  const bob = await playground().as("bob", "C0GENERAL");
  await bob.asksForAMentor();
  await bob.beside.getByText("Next: acknowledge the mentee, in 2 days").waitFor();

  for (const [next, told] of LADDER) {
    await bob.skips("To the next step");
    await bob.beside.getByRole("region", { name: "What has happened" }).getByText(told).first().waitFor();
    await bob.beside.getByText(next).waitFor();
  }
  await bob.beside.getByText("10 days 12 hours skipped").waitFor();
  await bob.goes("app");
  await bob.sees("we have your request");
  await bob.page.locator("#messages").getByText("2 days later, skipped").waitFor();
  await bob.page.getByRole("link", { name: /Be Cora Lindqvist, the coordinator, \d+ unread/ }).waitFor();

  const grace = await playground().as("grace");
  await grace.sees("Bob Reyes");
  const page = grace.beside.getByRole("link", { name: "The same workflow in Temporal’s own page" });
  expect(await page.getAttribute("href")).toContain("/namespaces/default/workflows/request-sql-");
  await grace.beside.getByText("in the future, since time was skipped").waitFor();
}, 120_000);

const LADDER = [
  ["Next: bump, in 1 day", "told the menteeacknowledge"],
  ["Next: bump, in 2 days", "told the mentorsbump 1"],
  ["Next: tell the coordinator, in 2 days", "told the mentorsbump 2"],
  ["Next: tell the CEO, in 3 days 12 hours", "told the coordinator"],
  ["Next: remind, in 7 days", "told the CEO"],
] as const;

test("after a session that did not help, another mentor gets the request, and not the former one", async () => {
  const [carla, betty] = [await playground().as("carla", "C0GENERAL"), await playground().as("betty", "mentors")];
  await carla.asksForAMentor({ skill: "TypeScript" });
  await betty.sees("Carla Jensen asks for a mentor");
  await betty.presses("I can help");
  await betty.sees("Betty Nakamura has taken this one");
  await betty.goes("app");
  await betty.sees("You have taken the request");
  await betty.presses("The session took place");
  await carla.goes("app");
  await carla.sees("help you?");
  await carla.presses("I would like another mentor", { sure: true });

  const sam = await playground().as("denis", "mentors");
  await sam.presses("I can help");
  await sam.sees("Denis O'Hara has taken this one");
  await carla.sees("Denis O'Hara will be your mentor");
}, 120_000);

test("an hour and a day pass, and the page says how much was skipped", async () => {
  const nia = await playground().as("nia", "C0GENERAL");
  await nia.asksForAMentor({ skill: "Java" });
  await nia.beside.getByText("asked by Nia Okafor").waitFor();
  await nia.skips("One hour");
  await nia.beside.getByText("1 hour skipped").waitFor();
  await nia.skips("One day");
  await nia.beside.getByText("1 day 1 hour skipped").waitFor();
}, 60_000);
