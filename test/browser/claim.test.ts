import { expect, test } from "vitest";
import { withPlayground } from "./a-playground.ts";

const playground = withPlayground();

test("Bob asks, Ada sees the post and takes it, and the card changes for everybody", async () => {
  const [bob, ada, denis] = [
    await playground().as("bob", "C0GENERAL"),
    await playground().as("ada", "mentors"),
    await playground().as("denis", "mentors"),
  ];
  await bob.asksForAMentor({ details: "I am stuck with <b>joins</b> & *indexes*, evenings suit me." });
  const card = await ada.sees("Bob Reyes asks for a mentor: Code review");
  expect(await card.textContent()).toContain("I am stuck with <b>joins</b> &");
  await denis.sees("Bob Reyes asks for a mentor");
  await bob.goes("app");
  await bob.sees("we have your request");

  await ada.presses("I can help");
  for (const mentor of [ada, denis]) {
    const changed = await mentor.sees("Ada Petrov has taken this one");
    expect(await changed.getByRole("button", { name: "I can help" }).count()).toBe(0);
  }
  await bob.sees("Ada Petrov will be your mentor");
}, 90_000);

test("the mentor says when they will meet, by their own clock, and the mentee reads it by theirs", async () => {
  const [carla, fran] = [await playground().as("carla", "C0GENERAL"), await playground().as("fran", "mentors")];
  await carla.asksForAMentor({ service: "Mock interview", skill: "Testing" });
  await fran.sees("Carla Jensen asks for a mentor");
  await fran.presses("I can help");
  await fran.goes("app");
  await fran.sees("You have taken");
  await fran.presses("We agreed on a date");
  await fran.form.getByLabel("When will you meet?").fill(`${dayAfter(20)}T17:30`);
  await fran.sends();
  await fran.form.getByText("Nobody asks before that date").waitFor();
  await carla.goes("app");
  const told = await carla.sees("Fran Delgado says that you agreed on");
  expect(await told.textContent()).toMatch(/agreed on .* at 16:30 for/);
}, 90_000);

const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("somebody sees a number at whoever has not read yet, and it goes when they read", async () => {
  const [bob, carla] = [await playground().as("bob", "C0GENERAL"), await playground().as("carla", "C0GENERAL")];
  await carla.asksForAMentor({ skill: "Rust" });
  const person = bob.page.getByRole("link", { name: /Be Carla Jensen, \d+ unread/ });
  await person.waitFor();
  await carla.goes("app");
  await carla.sees("we have your request");
  await person.waitFor({ state: "detached" });
}, 60_000);

test("a form with something missing stays open and says what, and keeps what was typed", async () => {
  const nia = await playground().as("nia", "C0GENERAL");
  await nia.types("/mentor");
  await nia.form.getByRole("textbox", { name: "Tell mentors" }).fill("Help");
  await nia.sends();
  await nia.form.getByText("Please complete this required field.").first().waitFor();
  await nia.form.getByText(/Please enter at least \d+ characters/).waitFor();
  expect(await nia.form.getByRole("textbox", { name: "Tell mentors" }).inputValue()).toBe("Help");
  const service = nia.form.getByLabel("What would you like help with?");
  expect(await service.getAttribute("aria-invalid")).toBe("true");
  expect(await nia.form.locator("select:focus").count()).toBe(1);
  await nia.page.keyboard.press("Escape");
  await nia.form.waitFor({ state: "detached" });
}, 60_000);

test("what the app itself objects to stands under the input it is about", async () => {
  const nia = await playground().as("nia", "C0GENERAL");
  await nia.asksForAMentor(SAME);
  await nia.types("/mentor");
  await nia.fillsIn(SAME);
  await nia.sends();
  await nia.form.getByRole("alert").filter({ hasText: "You have an open request for this already" }).waitFor();
  await nia.sends();
  await nia.isThanked();
}, 60_000);

const SAME = { service: "Pair programming", skill: "Go" };

test("a slash command is completed as it is typed, and sent with the keyboard alone", async () => {
  const nia = await playground().as("nia", "C0GENERAL");
  await nia.ready.getByRole("combobox", { name: /^Message / }).focus();
  await nia.page.keyboard.type("/men");
  await nia.page.getByRole("option", { name: "/mentor" }).first().waitFor();
  await nia.page.keyboard.press("Tab");
  await nia.page.keyboard.press("Enter");
  await nia.form.getByText("Ask for a mentor").first().waitFor();
  await nia.closesForm();
}, 60_000);

test("two people at two browsers press at once: one has it, and the other is told so, alone", async () => {
  const nia = await playground().as("nia", "C0GENERAL");
  const mentors = [await playground().as("ken", "mentors"), await playground().as("alan", "mentors")];
  await nia.asksForAMentor({ skill: "Linux" });
  for (const mentor of mentors) await mentor.sees("Nia Okafor asks for a mentor");
  await Promise.all(mentors.map((mentor) => mentor.presses("I can help")));

  const taken = /Nia Okafor asks for a mentor.*(Ken Abara|Alan Brooks) has taken this one/s;
  const cards = await Promise.all(mentors.map((mentor) => mentor.sees(taken)));
  const kenHasIt = (await cards[0]?.textContent())?.includes("Ken Abara has taken");
  const [winner, loser] = kenHasIt ? mentors : [...mentors].reverse();
  await loser?.page.locator("#messages .alone").filter({ hasText: "Only visible to you" }).waitFor();
  expect(await winner?.page.locator("#messages .alone").count()).toBe(0);
}, 90_000);

test("a reply stands in its thread, and the message says how many there are", async () => {
  const [bob, carla] = [await playground().as("bob", "C0GENERAL"), await playground().as("carla", "C0GENERAL")];
  const { slack } = playground().machine;
  await carla.types("Who knows *SQL* & <joins>?");
  const asked = await bob.sees("Who knows SQL & <joins>?");
  await slack.as("U0ADA").writes("C0GENERAL", "I do", { threadTs: (await asked.getAttribute("data-ts")) ?? "" });
  await bob.page.getByRole("link", { name: "1 reply" }).click();
  await bob.beside.getByText("I do").waitFor();
  await bob.beside.getByRole("combobox", { name: "Message the thread" }).fill("So do I");
  await bob.page.keyboard.press("Enter");
  await bob.beside.getByText("So do I").waitFor();
  await carla.page.getByRole("link", { name: "2 replies" }).waitFor();
}, 60_000);
