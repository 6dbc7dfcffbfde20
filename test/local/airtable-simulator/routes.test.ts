import { expect, test } from "vitest";
import { ROUTES } from "../../../local/airtable-simulator/routes.ts";
import { BASE, BOB, programme, TOKEN } from "./programme-base.ts";

test("every route of the table answers, and no other", async () => {
  const { raw, sim } = await programme({ oddCalls: "expected" });
  const table = sim.table(BASE, "Mentors").id;
  const field = sim.tables(BASE)[0]?.primaryFieldId ?? "";
  const answering: string[] = [];
  const paths = new Set([
    ...ROUTES.map(({ path }) => path),
    "/v0/bases/:base/webhooks",
    "/v0/:base/:table/:record/comments",
  ]);
  for (const path of paths) {
    for (const method of ["GET", "POST", "PATCH", "PUT", "DELETE"]) {
      const before = sim.problems.length;
      const filled = path
        .replace(":base", BASE)
        .replace(":table", table)
        .replace(":record", BOB)
        .replace(":field", field);
      const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
      await raw(filled.replace("/v0/", ""), { method, headers, ...(method === "GET" ? {} : { body: '{"name":"X"}' }) });
      const unknown = sim.problems.slice(before).some((problem) => problem.startsWith("No such route"));
      if (!unknown) answering.push(`${method} ${path}`);
    }
  }
  expect(answering.toSorted()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted());
});

test("what the simulator does not have is not found, and noted", async () => {
  const { raw, sim } = await programme({ oddCalls: "expected" });
  for (const path of [`bases/${BASE}/webhooks`, `${BASE}/Mentors/${BOB}/comments`]) {
    const answer = await raw(path);
    expect([answer.status, await answer.json()]).toEqual([404, { error: "NOT_FOUND" }]);
  }
  expect(sim.problems).toHaveLength(2);
});
