import { expect, test } from "vitest";
import { ANN, BASE, BOB, EVE, programme, SQL } from "./programme-base.ts";

test("staff add, edit and remove rows, and the API sees it", async () => {
  const { sim, names } = await programme();
  const mentors = sim.table(BASE, "Mentors");
  const uma = mentors.insert({ Name: "Uma", Skills: ["SQL"], Level: "Guru" });
  mentors.edit(BOB, { Name: "Robert", Active: null });
  mentors.remove(EVE);
  expect(await names()).toEqual(["Robert", "Ann", "Uma"]);
  expect(mentors.row(uma)?.fields).toMatchObject({ Skills: [SQL], Level: "Guru" });
  expect(mentors.row(BOB)?.fields).not.toHaveProperty("Active");
});

test("staff cannot write what a field does not hold, nor into a row or a table that is not there", async () => {
  const { sim } = await programme();
  const mentors = sim.table(BASE, "Mentors");
  expect(() => mentors.edit(BOB, { "Max Mentees": "many" })).toThrow('Field "Max Mentees" cannot accept');
  expect(() => mentors.edit("recNobody00000001", { Name: "x" })).toThrow("does not exist");
  expect(() => sim.table(BASE, "Mentorz")).toThrow(
    'There is no table "Mentorz"; there are Mentors, Skills, Mentor Requests',
  );
});

test("whoever listens hears which tables a change has touched", async () => {
  const { sim, ask } = await programme();
  const heard: string[][] = [];
  const stop = sim.onChange(({ tables }) => heard.push([...tables]));
  sim.table(BASE, "Mentor Requests").insert({ "Request ID": "r1" });
  await ask("patch", `/Mentors/${ANN}`, { body: { fields: { Skills: [SQL] } } });
  await ask("patch", `/Mentors/${ANN}`, { body: { fields: { Skills: [SQL] } } });
  await ask("patch", `/Mentors/${ANN}`, { body: { fields: { Level: "Nonsense" } } });
  stop();
  sim.table(BASE, "Skills").insert({ Name: "Rust" });
  expect(heard).toEqual([["Mentor Requests"], ["Mentors", "Skills"]]);
});

test("whoever listens hears of every call with its answer", async () => {
  const { sim, ask } = await programme();
  const heard: unknown[] = [];
  sim.onCall((call) => heard.push(call));
  await ask("get", "/Mentors");
  await ask("get", "/Mentors/recNobody00000001");
  expect(heard).toEqual([
    expect.objectContaining({ method: "GET", table: "Mentors", status: 200 }),
    expect.objectContaining({ status: 404 }),
  ]);
});

test("a renamed field keeps its cells, a removed one takes them along, with its other end", async () => {
  const { sim, ask } = await programme();
  const mentors = sim.table(BASE, "Mentors");
  mentors.renameField("Level", "Seniority");
  expect(await ask("get", `/Mentors/${BOB}`)).toMatchObject({ body: { fields: { Seniority: "Senior" } } });
  mentors.removeField("Skills");
  expect(mentors.row(BOB)?.fields).not.toHaveProperty("Skills");
  expect(sim.tables(BASE)[1]?.fields.map(({ name }) => name)).toEqual(["Name", "Weight"]);
  expect(await ask("patch", `/Mentors/${BOB}`, { body: { fields: { Skills: [] } } })).toMatchObject({
    error: "UNKNOWN_FIELD_NAME",
  });
});

test("a field of another type keeps what it can read", async () => {
  const { sim } = await programme();
  const mentors = sim.table(BASE, "Mentors");
  mentors.retypeField("Max Mentees", "singleLineText");
  expect(mentors.row(EVE)?.fields["Max Mentees"]).toBe("10");
  mentors.retypeField("Skills", "singleLineText");
  expect(mentors.row(BOB)?.fields.Skills).toBe("SQL, Go");
  mentors.retypeField("Name", "number");
  expect(mentors.row(BOB)?.fields).not.toHaveProperty("Name");
});

test("a removed option empties its cells and is refused from then on", async () => {
  const { sim, ask } = await programme();
  const mentors = sim.table(BASE, "Mentors");
  mentors.removeOption("Level", "Senior");
  mentors.removeOption("Languages", "Igbo");
  expect(mentors.row(BOB)?.fields).not.toHaveProperty("Level");
  expect(mentors.row(ANN)?.fields.Languages).toEqual(["English"]);
  expect(await ask("patch", `/Mentors/${BOB}`, { body: { fields: { Level: "Senior" } } })).toMatchObject({
    error: "INVALID_MULTIPLE_CHOICE_OPTIONS",
  });
});

test("a removed table is forbidden to everybody, and links to it are gone", async () => {
  const { sim, ask } = await programme();
  const skills = sim.table(BASE, "Skills");
  skills.removeTable();
  expect(await ask("get", "/Skills")).toMatchObject({ status: 403 });
  expect(await ask("get", `/Mentors/${BOB}`)).toMatchObject({ status: 200, body: { fields: { Name: "Bob" } } });
  expect(() => skills.rows()).toThrow('The table "Skills" was removed');
});

test("a table in somebody's hands stays the same when it is renamed", async () => {
  const { sim, ask } = await programme();
  const mentors = sim.table(BASE, "Mentors");
  mentors.addField({ name: "Pronouns", type: "singleLineText" });
  mentors.rename("Volunteers");
  mentors.edit(BOB, { Pronouns: "he" });
  expect(await ask("get", `/Volunteers/${BOB}`)).toMatchObject({ body: { fields: { Pronouns: "he" } } });
});
