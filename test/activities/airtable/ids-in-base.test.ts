import { expect, test } from "vitest";
import { openBase } from "../../../activities/airtable/airtable.ts";
import { all, atLeast, is } from "../../../activities/airtable/formula.ts";
import { readTable } from "../../../activities/airtable/read-table.ts";
import { updateRows, upsertRows } from "../../../activities/airtable/write-rows.ts";
import { TABLES } from "../../../domain/tables.ts";
import { LOCAL } from "../../../local/seed/local-settings.ts";
import { aBase } from "./a-base.ts";

const { name, slackId, maxMentees, active } = TABLES.mentors.columns;
const ken = is(slackId, "U0KEN");

/** As another process does. */
const openAgain = (url: string) =>
  openBase({ token: LOCAL.airtableToken, base: LOCAL.airtableBase, url, processes: 1, tables: TABLES });

test("a column and a table that staff rename are read, searched and written as before, and are named", async () => {
  const { base, table } = await aBase();
  const mentors = table("Mentors");
  mentors.renameField("Slack ID", "Slack member");
  mentors.renameField("Max Mentees", "Room for");
  mentors.rename("Our mentors");

  const [row] = await readTable(base, "mentors", { filter: all(ken, atLeast(maxMentees, 1)) });
  expect(row?.fields).toMatchObject({ [name.name]: "Ken Abara", [slackId.name]: "U0KEN", [maxMentees.name]: 1 });
  await updateRows(base, "mentors", [{ id: row?.id ?? "", fields: { [maxMentees.name]: 3 } }]);
  await upsertRows(base, "mentors", { by: slackId, rows: [{ [slackId.name]: "U0KEN", [active.name]: false }] });
  const [after] = table("Our mentors")
    .rows()
    .filter(({ fields }) => fields["Slack member"] === "U0KEN");
  expect(after?.fields).toMatchObject({ "Room for": 3 });
  expect(after?.fields.Active).toBeFalsy();
  expect(base.ids.renamed()).toEqual([
    { table: "Mentors", today: "Our mentors" },
    { table: "Mentors", column: "Slack ID", today: "Slack member" },
    { table: "Mentors", column: "Max Mentees", today: "Room for" },
  ]);
});

test("rows are asked for by ids", async () => {
  const { base } = await aBase();
  const ids = await base.ids.of("Mentors");
  expect(ids.table).toMatch(/^tbl/);
  expect(ids.idOf("Slack ID")).toMatch(/^fld/);
  expect(ids.nameOf(ids.idOf("Slack ID"))).toBe("Slack ID");
});

test("a column that takes the name of one that was renamed is the one that is meant", async () => {
  const { base, table } = await aBase();
  table("Mentors").renameField("Bio", "Old bio");
  table("Mentors").addField({ name: "Bio", type: "multilineText" });
  base.ids.expire();
  await upsertRows(base, "mentors", { by: slackId, rows: [{ [slackId.name]: "U0KEN", Bio: "new" }] });
  const [row] = await readTable(base, "mentors", { filter: ken, columns: "all" });
  expect(row?.fields.Bio).toBe("new");
  expect(base.ids.renamed()).toEqual([]);
});

test("with a token that may not read which columns there are, names serve", async () => {
  const { airtable } = await aBase();
  airtable.setTokenScopes(LOCAL.airtableToken, ["data.records:read", "data.records:write"]);
  const base = openAgain(airtable.url);
  const [row] = await readTable(base, "mentors", { filter: ken, columns: [name] });
  expect(row?.fields).toEqual({ [name.name]: "Ken Abara" });
  expect((await base.ids.of("Mentors")).table).toBe("Mentors");
  expect(airtable.calls.filter((call) => call.table === "meta/tables").length).toBe(2);
});

test("a base that does not say in time what its columns are is asked by names meanwhile", async () => {
  const { airtable, base } = await aBase();
  airtable.faults.add({ on: "GET meta/tables", does: { kind: "hang" }, times: 1 });
  expect(await readTable(openAgain(airtable.url), "mentors")).toEqual(await readTable(base, "mentors"));
});

test("what is put into a formula stays a text, whatever is in it", async () => {
  const { base, table } = await aBase();
  const odd = 'x", 1=1) \\ " \n\t🙂';
  table("Mentors").insert({ "Full Name": odd });
  expect((await readTable(base, "mentors", { filter: is(name, odd) })).length).toBe(1);
  expect(await readTable(base, "mentors", { filter: is(name, `${odd}"`) })).toEqual([]);
});
