import { expect, test } from "vitest";
import { ANN, BASE, BOB, EVE, GO, programme, SQL } from "./programme-base.ts";

test("a link shows at its other end, in a field that came by itself", async () => {
  const { ask } = await programme();
  expect((await ask("get", `/Skills/${SQL}`)).body).toMatchObject({ fields: { Mentors: [BOB, EVE] } });
});

test("writing one end changes the other", async () => {
  const { ask, sim } = await programme();
  await ask("patch", `/Mentors/${BOB}`, { body: { fields: { Skills: [GO] } } });
  expect(sim.table(BASE, "Skills").row(SQL)?.fields.Mentors).toEqual([EVE]);
  await ask("patch", `/Skills/${GO}`, { body: { fields: { Mentors: [ANN] } } });
  expect(sim.table(BASE, "Mentors").row(BOB)?.fields).not.toHaveProperty("Skills");
  expect(sim.table(BASE, "Mentors").row(ANN)?.fields.Skills).toEqual([GO]);
});

test("links to a removed record go with it", async () => {
  const { ask, sim } = await programme();
  await ask("delete", `/Skills/${SQL}`);
  expect(sim.table(BASE, "Mentors").row(BOB)?.fields.Skills).toEqual([GO]);
  expect(sim.table(BASE, "Mentors").row(EVE)?.fields).not.toHaveProperty("Skills");
});

test("a batch that fails leaves both ends as they were", async () => {
  const { ask, sim } = await programme();
  const records = [
    { id: ANN, fields: { Skills: [SQL] } },
    { id: BOB, fields: { Level: "Expert" } },
  ];
  expect(await ask("patch", "/Mentors", { body: { records } })).toMatchObject({ status: 422 });
  expect(sim.table(BASE, "Skills").row(SQL)?.fields.Mentors).toEqual([BOB, EVE]);
});
