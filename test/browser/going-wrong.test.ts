import { expect, test } from "vitest";
import { withPlayground } from "./a-playground.ts";

const playground = withPlayground();

test("Airtable is down: a request is taken and posted all the same, and its record follows", async () => {
  const [bob, cora] = [await playground().as("bob", "C0GENERAL"), await playground().as("cora", "mentors")];
  await cora.goes("mentors", "?beside=airtable&table=Mentor+Requests");
  await cora.turns("Airtable", "down");
  await bob.asksForAMentor();
  await cora.sees("Bob Reyes asks for a mentor");
  await bob.beside.getByRole("region", { name: "Being tried" }).getByText("recordRequest").waitFor();
  expect(await cora.page.getByRole("row").count()).toBe(1);

  await cora.turns("Airtable", "up");
  await cora.page.getByRole("textbox", { name: /^Mentee Slack ID of request-sql-/ }).waitFor();
}, 120_000);

test("Slack is down: what is to be said waits, and is said when it is back", async () => {
  const carla = await playground().as("carla", "C0GENERAL");
  await carla.types("/mentor");
  await carla.fillsIn({ skill: "Java" });
  const cora = await playground().as("cora", "mentors");
  await cora.turns("Slack", "down");
  await carla.sends();
  await carla.isThanked();
  await carla.beside.getByRole("region", { name: "Being tried" }).waitFor();

  await cora.turns("Slack", "up");
  await carla.goes("app");
  await carla.sees("we have your request");
}, 120_000);

test("no worker runs: time cannot be skipped, and a claim is carried out when one does", async () => {
  const [nia, ada] = [await playground().as("nia", "C0GENERAL"), await playground().as("ada", "mentors")];
  await nia.asksForAMentor({ skill: "Python" });
  await ada.sees("Nia Okafor asks for a mentor");
  await ada.beside.getByText("asked by Nia Okafor").waitFor();
  await ada.turns("Worker", "stopped");
  await ada.beside.getByText("No worker runs: time cannot be skipped until one does.").waitFor();
  const jumps = ada.beside.getByRole("button", { name: /One|next step/ });
  for (const jump of await jumps.all()) expect(await jump.getAttribute("aria-disabled")).toBe("true");
  await ada.presses("I can help");

  await ada.turns("Worker", "runs");
  await ada.sees("Ada Petrov has taken this one");
}, 120_000);

test("staff pause a mentor in Airtable's own table, and the cell keeps what was typed", async () => {
  const cora = await playground().as("cora", "mentors");
  await cora.goes("mentors", "?beside=airtable&table=Mentors");
  const cell = cora.ready.getByRole("spinbutton", { name: "Max Mentees of Ada Petrov" });
  await cell.fill("1");
  await cell.blur();
  const { airtable } = playground().machine;
  await expect
    .poll(() => airtable.table("appMusterLocal001", "Mentors").rows().find(isAda)?.fields["Max Mentees"], PATIENCE)
    .toBe(1);
  await cora.page.getByRole("button", { name: "Add a row" }).click();
  await cora.page.getByRole("textbox", { name: "Full Name of a new row" }).waitFor();
}, 60_000);

const PATIENCE = { timeout: 15_000 };

const isAda = ({ fields }: { readonly fields: Readonly<Record<string, unknown>> }) => fields["Slack ID"] === "U0ADA";
