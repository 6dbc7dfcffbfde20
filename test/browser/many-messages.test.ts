import { expect, test } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { withPlayground } from "./a-playground.ts";

const playground = withPlayground();

test("with 500 messages in a channel, a new one is shown at once, and whoever reads further up is left there", async () => {
  const { slack } = playground().machine;
  for (let i = 1; i <= 500; i++) await slack.as("U0CARLA").writes(LOCAL.generalChannel, `Message ${i} of many`);
  const bob = await playground().as("bob", LOCAL.generalChannel);
  expect(await bob.page.locator("#messages article").count()).toBe(500);
  const line = bob.ready.getByRole("combobox", { name: /^Message / });
  await line.fill("half a sentence");

  await slack.as("U0CARLA").writes(LOCAL.generalChannel, "The newest of all");
  await bob.sees("The newest of all");
  await expect.poll(() => bob.page.evaluate(NEWEST_IS_IN_SIGHT), PATIENCE).toBe(true);
  expect(await line.inputValue()).toBe("half a sentence");

  await bob.page.evaluate("document.getElementById('messages').scrollTo(0, 0)");
  await slack.as("U0CARLA").writes(LOCAL.generalChannel, "And one more");
  await bob.page.locator("#messages article").nth(501).waitFor({ state: "attached" });
  expect(await bob.page.evaluate("document.getElementById('messages').scrollTop")).toBeLessThan(200);
}, 90_000);

const PATIENCE = { timeout: 15_000 };

const NEWEST_IS_IN_SIGHT =
  "[...document.querySelectorAll('#messages article')].at(-1).getBoundingClientRect().bottom <= innerHeight";
