import { expect, test } from "vitest";
import { BASE, BOB, EVE, programme } from "./programme-base.ts";

const upsert = (records: readonly unknown[], fieldsToMergeOn: readonly string[] = ["Slack ID"]) => ({
  body: { performUpsert: { fieldsToMergeOn }, records },
});

test("a key that matches nothing creates, one that matches updates, and the answer says which", async () => {
  const { ask } = await programme();
  const records = [{ fields: { "Slack ID": "U9", Name: "Uma" } }, { fields: { "Slack ID": "U1", Level: "Junior" } }];
  const answer = await ask("patch", "/Mentors", upsert(records));
  const {
    records: [uma, bob],
    createdRecords,
    updatedRecords,
  } = Object(answer.body);
  expect(bob).toMatchObject({ id: BOB, fields: { Name: "Bob", Level: "Junior" } });
  expect([createdRecords, updatedRecords]).toEqual([[uma.id], [BOB]]);
});

test("repeating an upsert makes no second record", async () => {
  const { ask, sim } = await programme();
  const again = upsert([{ fields: { "Request ID": "r1", Notes: "x" } }], ["Request ID"]);
  await ask("patch", "/Mentor%20Requests", again);
  expect((await ask("patch", "/Mentor%20Requests", again)).body).toMatchObject({
    createdRecords: [],
    updatedRecords: [expect.any(String)],
  });
  expect(sim.table(BASE, "Mentor Requests").rows()).toHaveLength(1);
});

test("a key that matches several records fails the whole call", async () => {
  const { ask, sim } = await programme();
  sim.table(BASE, "Mentors").edit(EVE, { "Slack ID": "U1" });
  const answer = await ask(
    "patch",
    "/Mentors",
    upsert([{ fields: { "Slack ID": "U9" } }, { fields: { "Slack ID": "U1" } }]),
  );
  expect(answer).toMatchObject({ status: 422, message: expect.stringContaining("uniquely identify a single record") });
  expect(sim.table(BASE, "Mentors").rows()).toHaveLength(3);
});

test("an empty key creates a record every time, a missing one is refused", async () => {
  const { ask, sim } = await programme({ oddCalls: "expected" });
  for (const _ of [1, 2]) {
    const made = await ask("patch", "/Mentors", upsert([{ fields: { "Slack ID": null, Name: "Nobody" } }]));
    expect(made.body).toMatchObject({ createdRecords: [expect.any(String)] });
  }
  expect(sim.table(BASE, "Mentors").rows()).toHaveLength(5);
  expect(await ask("patch", "/Mentors", upsert([{ fields: { Name: "Bob" } }]))).toMatchObject({ status: 422 });
});

test("a record with an id is updated by its id, whatever its key says", async () => {
  const { ask, sim } = await programme();
  const answer = await ask("patch", "/Mentors", upsert([{ id: EVE, fields: { Level: "Senior" } }]));
  expect(answer.body).toMatchObject({ createdRecords: [], updatedRecords: [EVE] });
  expect(sim.table(BASE, "Mentors").row(EVE)?.fields.Level).toBe("Senior");
});

test("PUT clears what an upsert does not mention", async () => {
  const { ask, sim } = await programme();
  await ask("put", "/Mentors", upsert([{ fields: { "Slack ID": "U1" } }]));
  expect(sim.table(BASE, "Mentors").row(BOB)?.fields).not.toHaveProperty("Level");
});

test("merging is by one to three fields of the types that allow it", async () => {
  const { ask } = await programme({ oddCalls: "expected" });
  const records = [{ fields: { Name: "Bob", Email: "b@example.com", Greeting: "x" } }];
  for (const keys of [[], ["Email"], ["Greeting"], ["Name", "Level", "Joined", "Slack ID"]]) {
    expect(await ask("patch", "/Mentors", upsert(records, keys))).toMatchObject({ status: 422 });
  }
  expect(await ask("patch", "/Mentors", upsert(records, ["Nmae"]))).toMatchObject({ error: "UNKNOWN_FIELD_NAME" });
  const both = upsert([{ fields: { Name: "Bob", "Max Mentees": 2, Level: "Junior" } }], ["Name", "Max Mentees"]);
  expect((await ask("patch", "/Mentors", both)).body).toMatchObject({ updatedRecords: [BOB] });
});

test("the same new key twice in one call is refused", async () => {
  const { ask } = await programme({ oddCalls: "expected" });
  const twice = [{ fields: { "Slack ID": "U9" } }, { fields: { "Slack ID": "U9" } }];
  expect(await ask("patch", "/Mentors", upsert(twice))).toMatchObject({ status: 422, error: "INVALID_RECORDS" });
});
