import { expect, test } from "vitest";
import { ROUTES } from "../../../local/airtable-simulator/routes.ts";
import { BASE, BOB, programme, TOKEN } from "./programme-base.ts";

const UNSUPPORTED = ["/v0/bases/:base/webhooks", "/v0/:base/:table/:record/comments", "/v0/meta/bases/:base"];

test("every route of the table answers, and no other", async () => {
  const { raw, sim } = await programme({ oddCalls: "expected" });
  const table = sim.table(BASE, "Mentors").id;
  const field = sim.tables(BASE)[0]?.primaryFieldId ?? "";
  const known = ROUTES.map(({ method, path }) => `${method} ${path.replace(/:base\([^)]*\)[^/]*/, ":base")}`);
  const paths = new Set([...known.map((route) => route.split(" ")[1] ?? ""), ...UNSUPPORTED]);

  const answering: string[] = [];
  for (const path of paths) {
    const filled = path
      .replace(":base", BASE)
      .replace(":table", table)
      .replace(":record", BOB)
      .replace(":field", field);
    for (const method of ["GET", "POST", "PATCH", "PUT", "DELETE"]) {
      const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
      const body = method === "GET" ? {} : { body: '{"name":"X"}' };
      const answer = await raw(filled.replace("/v0/", ""), { method, headers, ...body });
      if ((await answer.text()) !== '{"error":"NOT_FOUND"}') answering.push(`${method} ${path}`);
    }
  }
  expect(answering.toSorted()).toEqual(known.toSorted());
});

test("what the simulator does not have is not found, and noted", async () => {
  const { raw, sim } = await programme({ oddCalls: "expected" });
  for (const path of [`bases/${BASE}/webhooks`, `${BASE}/Mentors/${BOB}/comments`]) {
    const answer = await raw(path);
    expect([answer.status, await answer.json()]).toEqual([404, { error: "NOT_FOUND" }]);
  }
  expect(sim.problems).toHaveLength(2);
});
