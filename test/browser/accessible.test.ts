import axe from "axe-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { withPlayground } from "./a-playground.ts";
import type { Seat } from "./seat.ts";

const playground = withPlayground();

/** The engine styles what it measures, which the page's own policy forbids. */
const CHECKED = { bypassCSP: true } as const;

const found = z.object({
  violations: z.array(z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** What the accessibility engine objects to, as sentences. */
async function objections({ page }: Seat): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = found.parse(await page.evaluate("axe.run()"));
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 300)}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`in ${colorScheme}, nobody is kept out of any main view`, async () => {
    const [bob, ada] = [
      await playground().as("bob", "C0GENERAL", { colorScheme, ...CHECKED }),
      await playground().as("ada", "mentors", { colorScheme, ...CHECKED }),
    ];
    const service = colorScheme === "light" ? "Code review" : "Mock interview";
    expect(await objections(bob)).toEqual([]);
    await bob.types("/mentor");
    await bob.form.waitFor();
    expect(await objections(bob)).toEqual([]);
    await bob.sends();
    await bob.form.getByText("Please complete this required field.").first().waitFor();
    expect(await objections(bob)).toEqual([]);
    await bob.fillsIn({ service });
    await bob.sends();
    await bob.isThanked();
    await bob.beside.getByRole("heading", { name: `${service}: SQL` }).waitFor();
    await bob.skips("To the next step");
    await bob.beside.getByText("2 days skipped").waitFor();
    await ada.sees("Bob Reyes asks for a mentor");
    expect(await objections(ada)).toEqual([]);
    await bob.goes("app");
    await bob.sees("we have your request");
    expect(await objections(bob)).toEqual([]);
    for (const table of ["Mentors", "Mentor Requests"]) {
      await ada.goes("mentors", `?beside=airtable&table=${encodeURIComponent(table)}`);
      expect(await objections(ada)).toEqual([]);
    }
    await bob.goes("home");
    expect(await objections(bob)).toEqual([]);
  }, 120_000);
}

test("on a phone there is one part of the page at a time, and nothing sticks out", async () => {
  const ada = await playground().as("ada", "mentors", { viewport: { width: 390, height: 800 }, ...CHECKED });
  expect(await objections(ada)).toEqual([]);
  for (const part of ["People", "Channels", "Behind it", "Messages"]) {
    await ada.ready.getByRole("navigation", { name: "Parts of the page" }).getByRole("button", { name: part }).click();
    expect(await objections(ada)).toEqual([]);
    expect(await ada.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  }
}, 60_000);

test("nothing but the playground's own files is asked for", async () => {
  const bob = await playground().as("bob", "C0GENERAL");
  const elsewhere: string[] = [];
  bob.page.on("request", (request) => {
    if (!request.url().startsWith(playground().url)) elsewhere.push(request.url());
  });
  await bob.goes("app");
  await bob.goes("home");
  expect(elsewhere).toEqual([]);
}, 60_000);

test("another web page in the same browser can do nothing here", async () => {
  const press = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" } as const;
  const foreign = { ...press, headers: { ...press.headers, origin: "http://example.com" } };
  expect((await fetch(`${playground().url}/as/U0BOB/open-home`, foreign)).status).toBe(403);
  expect((await fetch(`${playground().url}/as/U0BOB/open-home`, press)).status).toBe(200);
});
