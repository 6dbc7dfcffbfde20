import { expect, test } from "vitest";
import { BASE, BOB, EVE, programme, recordsIn, TOKEN } from "./programme-base.ts";

const NOBODY = "recNobody00000001";

test("one record is created and answered whole", async () => {
  const { ask, sim } = await programme();
  const made = await ask("post", "/Mentors", { body: { fields: { Name: "Uma", Active: true } } });
  expect(made).toMatchObject({
    status: 200,
    body: { id: expect.stringMatching(/^rec/), fields: { Name: "Uma", Active: true, Number: 4 } },
  });
  expect(sim.table(BASE, "Mentors").rows()).toHaveLength(4);
});

test("ten records are created in one call, eleven are refused", async () => {
  const { ask, sim } = await programme({ oddCalls: "expected" });
  const records = Array.from({ length: 11 }, (_, index) => ({ fields: { "Request ID": `r${index}` } }));
  expect(recordsIn(await ask("post", "/Mentor%20Requests", { body: { records: records.slice(1) } }))).toHaveLength(10);
  expect(await ask("post", "/Mentor%20Requests", { body: { records } })).toMatchObject({
    status: 422,
    error: "INVALID_RECORDS",
  });
  expect(sim.problems).toEqual(["POST Mentor Requests with 11 records"]);
  expect(sim.table(BASE, "Mentor Requests").rows()).toHaveLength(10);
});

test("PATCH leaves alone what it does not mention, PUT clears it", async () => {
  const { ask } = await programme();
  const patched = await ask("patch", `/Mentors/${BOB}`, { body: { fields: { Level: "Junior" } } });
  expect(patched.body).toMatchObject({ fields: { Name: "Bob", Level: "Junior", Active: true } });
  const put = await ask("put", "/Mentors", { body: { records: [{ id: BOB, fields: { Name: "Bob" } }] } });
  expect(Object.keys(recordsIn(put)[0]?.fields ?? {})).toEqual([
    "Name",
    "Created",
    "Number",
    "Greeting",
    "Skill Count",
  ]);
});

test("a batch with one bad record changes nothing", async () => {
  const { ask, sim } = await programme();
  const before = sim.tables(BASE);
  const records = [
    { id: BOB, fields: { Name: "Robert" } },
    { id: EVE, fields: { Number: 7 } },
  ];
  expect(await ask("patch", "/Mentors", { body: { records } })).toEqual({
    status: 422,
    error: "INVALID_VALUE_FOR_COLUMN",
    message: 'Field "Number" cannot accept a value because the field is computed',
  });
  expect(await ask("patch", "/Mentors", { body: { records: [records[0], { id: NOBODY, fields: {} }] } })).toMatchObject(
    {
      error: "ROW_DOES_NOT_EXIST",
      message: `Record ID ${NOBODY} does not exist in this table`,
    },
  );
  expect(sim.tables(BASE)).toEqual(before);
});

test("fields go by name or id, and unknown ones are named", async () => {
  const { ask, sim } = await programme();
  const id = sim.tables(BASE)[0]?.primaryFieldId ?? "";
  const body = { fields: { [id]: "Robert" }, returnFieldsByFieldId: true };
  expect(await ask("patch", `/Mentors/${BOB}`, { body })).toMatchObject({ body: { fields: { [id]: "Robert" } } });
  expect(await ask("patch", `/Mentors/${BOB}`, { body: { fields: { Nmae: "x" } } })).toMatchObject({
    error: "UNKNOWN_FIELD_NAME",
    message: 'Unknown field name: "Nmae"',
  });
});

test("a call without fields, with a broken body or with another content type is refused and noted", async () => {
  const { ask, raw, sim } = await programme({ oddCalls: "expected" });
  expect(await ask("post", "/Mentors", { body: {} })).toMatchObject({
    status: 422,
    error: "INVALID_REQUEST_MISSING_FIELDS",
  });
  const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
  expect((await raw(`${BASE}/Mentors`, { method: "POST", headers, body: "{" })).status).toBe(400);
  expect((await raw(`${BASE}/Mentors`, { method: "POST", body: '{"fields":{}}' })).status).toBe(422);
  expect(await ask("patch", "/Mentors", { body: { records: [{ fields: {} }] } })).toMatchObject({
    error: "INVALID_RECORDS",
  });
  const twice = {
    records: [
      { id: BOB, fields: {} },
      { id: BOB, fields: {} },
    ],
  };
  expect(await ask("patch", "/Mentors", { body: twice })).toMatchObject({ error: "INVALID_RECORDS" });
  expect(sim.problems.length).toBeGreaterThanOrEqual(5);
});

test("records are deleted one by one or up to ten, all or none", async () => {
  const { ask, sim } = await programme();
  expect((await ask("delete", `/Mentors/${BOB}`)).body).toEqual({ id: BOB, deleted: true });
  expect(await ask("delete", `/Mentors/${BOB}`)).toMatchObject({ status: 404 });
  expect(await ask("delete", "/Mentors", { qs: { records: [EVE, NOBODY] } })).toMatchObject({
    error: "ROW_DOES_NOT_EXIST",
  });
  expect(sim.table(BASE, "Mentors").row(EVE)).toBeDefined();
  expect((await ask("delete", "/Mentors", { qs: { records: [EVE] } })).body).toEqual({
    records: [{ id: EVE, deleted: true }],
  });
  expect(sim.table(BASE, "Mentors").rows()).toHaveLength(1);
});
