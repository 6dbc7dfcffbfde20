import { expect, test } from "vitest";
import { BASE, BOB, programme, TOKEN } from "./programme-base.ts";

const META = `meta/bases/${BASE}`;

test("the schema names tables, fields with their options, and views", async () => {
  const { ask } = await programme();
  const { tables } = Object((await ask("get", "/tables", { under: META, qs: { include: ["visibleFieldIds"] } })).body);
  expect(tables.map(({ name }: { name: string }) => name)).toEqual(["Mentors", "Skills", "Mentor Requests"]);
  const [mentors, skills] = tables;
  expect(mentors).not.toHaveProperty("rows");
  expect(mentors.views[1]).toEqual({
    id: expect.stringMatching(/^viw/),
    name: "Active mentors",
    type: "grid",
    visibleFieldIds: expect.any(Array),
  });
  expect(mentors.fields[3]).toMatchObject({
    name: "Skills",
    type: "multipleRecordLinks",
    options: { linkedTableId: skills.id, inverseLinkFieldId: skills.fields.at(-1).id },
  });
  expect(mentors.fields[6].options.choices[0]).toMatchObject({ id: expect.stringMatching(/^sel/), name: "Junior" });
});

test("ids are the same at every start from the same seed", async () => {
  const [one, other] = [await programme(), await programme()];
  expect(one.sim.tables(BASE).map(({ id, fields }) => [id, fields])).toEqual(
    other.sim.tables(BASE).map(({ id, fields }) => [id, fields]),
  );
});

test("who am I, and which bases may I see", async () => {
  const { ask } = await programme();
  expect((await ask("get", "/whoami", { under: "meta" })).body).toEqual({ id: expect.stringMatching(/^usr/) });
  expect((await ask("get", "/bases", { under: "meta" })).body).toEqual({
    bases: [{ id: BASE, name: "Programme", permissionLevel: "create" }],
  });
});

test("a table and its links are created, and can be used at once", async () => {
  const { ask, sim } = await programme();
  const mentors = sim.table(BASE, "Mentors").id;
  const fields = [
    { name: "Code", type: "singleLineText" },
    { name: "Mentor", type: "multipleRecordLinks", options: { linkedTableId: mentors } },
  ];
  const made = await ask("post", "/tables", { under: META, body: { name: "Pairings", fields } });
  expect(made).toMatchObject({ status: 200, body: { name: "Pairings", views: [{ name: "Grid view" }] } });
  await ask("post", "/Pairings", { body: { fields: { Code: "p1", Mentor: [BOB] } } });
  expect(sim.table(BASE, "Mentors").row(BOB)?.fields.Pairings).toEqual([expect.stringMatching(/^rec/)]);
});

test("a field is created and renamed, a table as well", async () => {
  const { ask, sim } = await programme();
  const table = sim.table(BASE, "Mentor Requests");
  const path = `/tables/${table.id}/fields`;
  const made = await ask("post", path, {
    under: META,
    body: { name: "Status", type: "singleSelect", options: { choices: [{ name: "open" }] } },
  });
  expect(made.body).toMatchObject({
    name: "Status",
    options: { choices: [{ id: expect.stringMatching(/^sel/), name: "open" }] },
  });
  await ask("patch", `${path}/${Object(made.body).id}`, { under: META, body: { name: "State" } });
  await ask("patch", `/tables/${table.id}`, { under: META, body: { name: "Requests" } });
  expect(await ask("post", "/Requests", { body: { fields: { State: "open" } } })).toMatchObject({ status: 200 });
});

test("what the API cannot create is refused with a reason", async () => {
  const { ask, sim } = await programme();
  const path = `/tables/${sim.table(BASE, "Mentors").id}/fields`;
  for (const [body, error] of [
    [{ name: "Total", type: "rollup" }, "UNSUPPORTED_FIELD_TYPE_FOR_CREATE"],
    [{ name: "Done", type: "checkbox" }, "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE"],
    [{ name: "Name", type: "singleLineText" }, "DUPLICATE_OR_EMPTY_FIELD_NAME"],
  ] as const) {
    expect(await ask("post", path, { under: META, body })).toMatchObject({ status: 422, error });
  }
  const again = { name: "Skills", fields: [{ name: "Name", type: "singleLineText" }] };
  expect(await ask("post", "/tables", { under: META, body: again })).toMatchObject({ error: "DUPLICATE_TABLE_NAME" });
});

test("the schema of a base that does not look like one is not found, of an unknown one forbidden", async () => {
  const { raw } = await programme();
  const junk = await raw("meta/bases/junk/tables", { headers: { authorization: `Bearer ${TOKEN}` } });
  expect([junk.status, await junk.json()]).toEqual([404, { error: "NOT_FOUND" }]);
  expect((await raw("meta/bases/appUnknown0000001/tables")).status).toBe(403);
});
