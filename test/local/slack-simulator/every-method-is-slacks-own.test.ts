import { expect, test } from "vitest";
import { METHODS } from "../../../local/slack-simulator/web-api/methods.ts";
import { aClient, aWorkspace } from "./a-workspace.ts";

const answer = async (url: string, init?: RequestInit): Promise<unknown> => (await fetch(url, init)).json();

test("each row of the table is a route, and a method of Slack's client", async () => {
  const slack = await aWorkspace();
  const client: unknown = aClient(slack);

  for (const { name, docs } of METHODS) {
    expect(docs).toBe(`https://docs.slack.dev/reference/methods/${name}`);
    expect(await answer(`${slack.apiUrl}${name}`), name).toEqual({ ok: false, error: "not_authed" });
    const inClient = name.split(".").reduce<unknown>((at, part) => Object(at)[part], client);
    expect(typeof inClient, name).toBe("function");
  }
});

test("a method that is not in the table is unknown, and noted as a problem", async () => {
  const slack = await aWorkspace();

  expect(await answer(`${slack.apiUrl}usergroups.list`)).toEqual({ ok: false, error: "unknown_method" });
  expect(slack.problems).toEqual(["usergroups.list: unknown_method {}"]);
});

test("a form, JSON and a query are all understood, and a broken body is refused", async () => {
  const slack = await aWorkspace();
  const authorization = "Bearer xoxb-simulated";
  const url = `${slack.apiUrl}users.info`;
  const json = { authorization, "content-type": "application/json; charset=utf-8" };

  for (const result of [
    await answer(`${url}?user=U1`, { headers: { authorization } }),
    await answer(url, { method: "POST", headers: json, body: JSON.stringify({ user: "U1" }) }),
    await answer(url, { method: "POST", headers: { authorization }, body: new URLSearchParams({ user: "U1" }) }),
    await answer(url, { method: "POST", body: new URLSearchParams({ user: "U1", token: "xoxb-simulated" }) }),
  ]) {
    expect(result).toMatchObject({ ok: true, user: { id: "U1", tz: "Europe/Berlin" } });
  }
  expect(await answer(url, { method: "POST", headers: json, body: "{" })).toEqual({ ok: false, error: "invalid_json" });
});
