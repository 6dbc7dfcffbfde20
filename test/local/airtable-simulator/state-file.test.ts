import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { BASE, BOB, programme, SQL } from "./programme-base.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "airtable-simulator-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test("a change is on disk before it is answered", async () => {
  const stateFile = join(await folder(), "deep", "airtable.json");
  const { ask } = await programme({ stateFile });
  await ask("patch", `/Mentors/${BOB}`, { body: { fields: { Name: "Robert" } } });
  expect(await readFile(stateFile, "utf8")).toContain("Robert");
});

test("after a restart everything is as it was: rows, schema, tokens and numbers", async () => {
  const stateFile = join(await folder(), "airtable.json");
  const first = await programme({ stateFile });
  await first.ask("post", "/Mentors", {
    body: { fields: { Name: "Uma", Skills: [SQL], Level: "Guru" }, typecast: true },
  });
  await first.ask("delete", `/Mentors/${BOB}`);
  first.sim.table(BASE, "Mentor Requests").renameField("Notes", "Remarks");
  first.sim.revokeToken("patReader.0000");
  const before = first.sim.tables(BASE);
  await first.sim.close();

  const second = await programme({ stateFile });
  expect(second.sim.tables(BASE)).toEqual(before);
  expect(await second.ask("get", "/Mentors", { token: "patReader.0000" })).toMatchObject({ status: 401 });
  const made = await second.ask("post", "/Mentors", { body: { fields: { Name: "Vic" } } });
  expect(made.body).toMatchObject({ fields: { Number: 5 } });
});

test("many changes at once are all on disk when they are answered", async () => {
  const path = await folder();
  const stateFile = join(path, "airtable.json");
  const { ask } = await programme({ stateFile });
  const ids = Array.from({ length: 30 }, (_, index) => `r${index}`);
  await Promise.all(ids.map((id) => ask("post", "/Mentor%20Requests", { body: { fields: { "Request ID": id } } })));
  const text = await readFile(stateFile, "utf8");
  expect(ids.filter((id) => !text.includes(`"${id}"`))).toEqual([]);
  expect(await readdir(path)).toEqual(["airtable.json"]);
});

test("a change by hand is on disk when asked for", async () => {
  const stateFile = join(await folder(), "airtable.json");
  const { sim } = await programme({ stateFile });
  sim.table(BASE, "Skills").insert({ Name: "Rust" });
  await sim.saved();
  expect(await readFile(stateFile, "utf8")).toContain("Rust");
});

test("a file that is something else is named, and not overwritten", async () => {
  const stateFile = join(await folder(), "airtable.json");
  await writeFile(stateFile, '{"version":0}');
  await expect(programme({ stateFile })).rejects.toThrow(/airtable\.json is not a state .* Remove it/);
  expect(await readFile(stateFile, "utf8")).toBe('{"version":0}');
});
