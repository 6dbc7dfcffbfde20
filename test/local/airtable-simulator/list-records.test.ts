import { expect, test } from "vitest";
import { ANN, BASE, BOB, EVE, offsetIn, programme, recordsIn } from "./programme-base.ts";

test("a list holds every record, without the cells that are empty", async () => {
  const { ask } = await programme();
  const [bob, eve] = recordsIn(await ask("get", "/Mentors"));
  expect(bob).toEqual({
    id: BOB,
    createdTime: expect.stringMatching(/^\d{4}-.*Z$/),
    fields: expect.objectContaining({ Name: "Bob", Active: true, "Max Mentees": 2 }),
  });
  expect(eve?.fields).not.toHaveProperty("Active");
  expect(eve?.fields).not.toHaveProperty("Email");
});

test("a table goes by name or id, with a slash at the end or without, with spaces as plus or %20", async () => {
  const { ask, raw, sim } = await programme();
  for (const path of ["/Mentors", "/Mentors/", `/${sim.table(BASE, "Mentors").id}`]) {
    expect(recordsIn(await ask("get", path))).toHaveLength(3);
  }
  for (const path of ["Mentor%20Requests", "Mentor+Requests", "Mentor%20Requests/?"]) {
    expect(await (await raw(`${BASE}/${path}`)).json()).toEqual({ records: [] });
  }
});

test("only the fields that were asked for come back, by name or by id", async () => {
  const { ask, sim } = await programme();
  const id = sim.tables(BASE)[0]?.fields.find(({ name }) => name === "Level")?.id ?? "";
  const [bob] = recordsIn(await ask("get", "/Mentors", { qs: { fields: ["Name", id] } }));
  expect(bob?.fields).toEqual({ Name: "Bob", Level: "Senior" });
  const [byId] = recordsIn(await ask("get", "/Mentors", { qs: { fields: ["Level"], returnFieldsByFieldId: true } }));
  expect(byId?.fields).toEqual({ [id]: "Senior" });
  expect(await ask("get", "/Mentors", { qs: { fields: ["Nme"] } })).toEqual({
    status: 422,
    error: "UNKNOWN_FIELD_NAME",
    message: 'Unknown field name: "Nme"',
  });
});

test("records are sorted by several keys, with numbers as numbers and options in the order of their list", async () => {
  const { names } = await programme();
  expect(await names({ sort: [{ field: "Max Mentees", direction: "desc" }] })).toEqual(["Eve", "Bob", "Ann"]);
  expect(await names({ sort: [{ field: "Level" }] })).toEqual(["Eve", "Bob", "Ann"]);
  expect(
    await names({
      sort: [
        { field: "Active", direction: "desc" },
        { field: "Name", direction: "asc" },
      ],
    }),
  ).toEqual(["Ann", "Bob", "Eve"]);
});

test("a view filters first, and an unknown one is refused", async () => {
  const { ask, names } = await programme();
  expect(await names({ view: "Active mentors" })).toEqual(["Bob", "Ann"]);
  expect(await names({ view: "Active mentors", filterByFormula: "{Name}='Ann'" })).toEqual(["Ann"]);
  expect(await ask("get", "/Mentors", { qs: { view: "Old mentors" } })).toMatchObject({
    status: 422,
    error: "VIEW_NAME_NOT_FOUND",
  });
});

test("pages follow each other by offset until there is none", async () => {
  const { ask } = await programme();
  const first = await ask("get", "/Mentors", { qs: { pageSize: 2 } });
  expect(recordsIn(first).map(({ id }) => id)).toEqual([BOB, EVE]);
  expect(offsetIn(first)).toMatch(/^itr[A-Za-z0-9]{14}\/rec[A-Za-z0-9]{14}$/);
  const last = await ask("get", "/Mentors", { qs: { pageSize: 2, offset: offsetIn(first) } });
  expect(recordsIn(last).map(({ id }) => id)).toEqual([ANN]);
  expect(last.body).not.toHaveProperty("offset");
});

test("maxRecords counts over all pages", async () => {
  const { ask } = await programme();
  const page = await ask("get", "/Mentors", { qs: { pageSize: 2, maxRecords: 2 } });
  expect(recordsIn(page)).toHaveLength(2);
  expect(page.body).not.toHaveProperty("offset");
});

test("an offset that no page has given is refused, and one that has expired as well", async () => {
  let now = Date.UTC(2026, 0, 1);
  const { ask, sim } = await programme({ now: () => now });
  expect(await ask("get", "/Mentors", { qs: { offset: "2" } })).toMatchObject({
    status: 422,
    error: "INVALID_OFFSET_VALUE",
  });
  const gone = { status: 422, error: "LIST_RECORDS_ITERATOR_NOT_AVAILABLE" };
  const first = offsetIn(await ask("get", "/Mentors", { qs: { pageSize: 1 } }));
  sim.expireIterators();
  expect(await ask("get", "/Mentors", { qs: { offset: first } })).toMatchObject(gone);
  const second = offsetIn(await ask("get", "/Mentors", { qs: { pageSize: 1 } }));
  now += 3_600_000;
  expect(await ask("get", "/Mentors", { qs: { offset: second } })).toMatchObject(gone);
});

test("a record removed between two pages does not end the list", async () => {
  const { ask, sim } = await programme();
  const first = await ask("get", "/Mentors", { qs: { pageSize: 1 } });
  sim.table(BASE, "Mentors").remove(EVE);
  const next = await ask("get", "/Mentors", { qs: { pageSize: 1, offset: offsetIn(first) } });
  expect(recordsIn(next).map(({ id }) => id)).toEqual([ANN]);
});

test("a list can be asked for by POST, with everything in the body", async () => {
  const { ask, sim } = await programme();
  const body = { fields: ["Name"], filterByFormula: "{Active}", sort: [{ field: "Name" }], pageSize: 1 };
  const first = await ask("post", "/Mentors/listRecords", { body });
  expect(recordsIn(first).map(({ fields }) => fields)).toEqual([{ Name: "Ann" }]);
  const next = await ask("post", "/Mentors/listRecords", { body: { ...body, offset: offsetIn(first) } });
  expect(recordsIn(next).map(({ fields }) => fields)).toEqual([{ Name: "Bob" }]);
  expect(sim.calls.map(({ table }) => table)).toEqual(["Mentors/listRecords", "Mentors/listRecords"]);
});

test("cells come as texts only together with a time zone and a locale", async () => {
  const { ask } = await programme({ oddCalls: "expected" });
  const qs = { cellFormat: "string", timeZone: "utc", userLocale: "en", fields: ["Active", "Skills"] };
  const [bob] = recordsIn(await ask("get", "/Mentors", { qs }));
  expect(bob?.fields).toEqual({ Active: "checked", Skills: "SQL, Go" });
  expect(await ask("get", "/Mentors", { qs: { cellFormat: "string" } })).toMatchObject({ status: 422 });
});

test("a page of 101 is refused, and metadata is politely given", async () => {
  const { ask, sim } = await programme({ oddCalls: "expected" });
  expect(await ask("get", "/Mentors", { qs: { pageSize: 101 } })).toMatchObject({
    status: 422,
    error: "INVALID_REQUEST_UNKNOWN",
  });
  expect(sim.problems).toHaveLength(1);
  expect(recordsIn(await ask("get", "/Mentors", { qs: { recordMetadata: ["commentCount"] } }))[0]).toMatchObject({
    commentCount: 0,
  });
});

test("one record comes by its id, and a removed one is not found", async () => {
  const { ask, raw } = await programme();
  expect(await ask("get", `/Mentors/${BOB}`)).toMatchObject({
    status: 200,
    body: { id: BOB, fields: { Name: "Bob" } },
  });
  const missing = await raw(`${BASE}/Mentors/recNobody00000001`);
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { error: { type: "MODEL_ID_NOT_FOUND", message: "Record not found" } },
  ]);
});

test("an address of more than 16,000 characters is refused", async () => {
  const { raw, sim } = await programme({ oddCalls: "expected" });
  expect((await raw(`${BASE}/Mentors?filterByFormula=${"x".repeat(16_000)}`)).status).toBe(414);
  expect(sim.problems).toHaveLength(1);
});
