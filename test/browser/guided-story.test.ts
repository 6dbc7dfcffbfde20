import { expect, test } from "vitest";
import { withPlayground } from "./a-playground.ts";

const playground = withPlayground();

const FASTER = { timeout: 120_000, interval: 100 };

test("the guided story goes up the whole ladder by itself, and ends with a request that is complete", async () => {
  const { page, ready } = await playground().as("nia", "C0GENERAL");
  await page.clock.install();
  await ready.getByRole("button", { name: "Guided story" }).click();
  const told: string[] = [];
  await expect
    .poll(async () => {
      await page.clock.fastForward(1_000);
      const says = (await page.locator("#story .says").allTextContents()).join();
      if (says && told.at(-1) !== says) told.push(says);
      return says;
    }, FASTER)
    .toContain("Now it is your turn");
  expect(told.length).toBeGreaterThan(10);
  const records = playground().machine.airtable.table("appMusterLocal001", "Mentor Requests").rows();
  expect(records.map(({ fields }) => [fields.Status, fields.Rating])).toEqual([["closed", 5]]);
}, 180_000);

test("whoever takes something into their own hands is let go on by themselves", async () => {
  const { page, ready } = await playground().as("bob", "C0GENERAL");
  const bar = page.locator("#story");
  await ready.getByRole("button", { name: "Guided story" }).click();
  await bar.getByText("1 of 14").waitFor();
  await bar.getByRole("button", { name: "Stop here" }).click();
  await bar.waitFor({ state: "hidden" });
  await page.reload();
  await ready.waitFor();
  expect(await bar.isHidden()).toBe(true);
}, 60_000);
