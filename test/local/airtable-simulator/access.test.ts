import { expect, test } from "vitest";
import { BASE, BOB, programme } from "./programme-base.ts";

const FORBIDDEN = {
  error: {
    type: "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
    message: expect.stringContaining("the requested model was not found"),
  },
};

test("without a token, with an unknown one and with a revoked one nobody gets in", async () => {
  const { raw, ask, sim } = await programme();
  for (const authorization of ["", "Bearer patWrong"]) {
    const answer = await raw(`${BASE}/Mentors`, { headers: { authorization } });
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { error: { type: "AUTHENTICATION_REQUIRED", message: "Authentication required" } },
    ]);
  }
  sim.revokeToken("patReader.0000");
  expect(await ask("get", "/Mentors", { token: "patReader.0000" })).toMatchObject({ status: 401 });
});

test("an unknown table, an unknown base and a base that the token does not reach look the same", async () => {
  const { raw } = await programme();
  for (const path of [`${BASE}/Mentorz`, "appUnknown0000001/Mentors", "appSomebodyElse01/Salaries"]) {
    const answer = await raw(path);
    expect([answer.status, await answer.json()]).toEqual([403, FORBIDDEN]);
  }
});

test("a scope that the token lacks is refused until it has it", async () => {
  const { ask, sim } = await programme();
  const write = () =>
    ask("patch", `/Mentors/${BOB}`, { token: "patReader.0000", body: { fields: { Name: "Robert" } } });
  expect(await ask("get", "/Mentors", { token: "patReader.0000" })).toMatchObject({ status: 200 });
  expect(await write()).toMatchObject({ status: 403 });
  sim.setTokenScopes("patReader.0000", ["data.records:read", "data.records:write"]);
  expect(await write()).toMatchObject({ status: 200 });
});

test("a user who may only read is told so", async () => {
  const bases = [
    {
      id: BASE,
      name: "P",
      permissionLevel: "read" as const,
      tables: [{ name: "Mentors", fields: [{ name: "Name", type: "singleLineText" }] }],
    },
  ];
  const tokens = [{ token: "patX", scopes: ["data.records:write" as const], bases: [BASE] }];
  const { raw } = await programme({ seed: { bases, tokens } });
  const headers = { authorization: "Bearer patX", "content-type": "application/json" };
  const answer = await raw(`${BASE}/Mentors`, { method: "POST", headers, body: '{"fields":{"Name":"x"}}' });
  expect([answer.status, await answer.json()]).toEqual([
    403,
    {
      error: {
        type: "INVALID_PERMISSIONS",
        message: expect.stringMatching(/^You are not permitted to create records in table Mentors \(tbl/),
      },
    },
  ]);
});
