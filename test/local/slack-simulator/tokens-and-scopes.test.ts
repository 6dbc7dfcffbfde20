import { expect, test } from "vitest";
import { aClient, aWorkspace, SEED } from "./a-workspace.ts";

test("an unknown token is refused, and a revoked one says so", async () => {
  const slack = await aWorkspace();

  await expect(aClient(slack, { token: "xoxb-other" }).auth.test()).rejects.toMatchObject({
    data: { error: "invalid_auth" },
  });
  slack.setApp({ tokenRefusedWith: "token_revoked" });
  await expect(aClient(slack).auth.test()).rejects.toMatchObject({ data: { error: "token_revoked" } });
});

test("each token is good for its own methods only", async () => {
  const slack = await aWorkspace();

  await expect(aClient(slack).apps.connections.open()).rejects.toMatchObject({
    data: { error: "not_allowed_token_type" },
  });
  await expect(aClient(slack, { token: SEED.app.appToken }).auth.test()).rejects.toMatchObject({
    data: { error: "not_allowed_token_type" },
  });
});

test("a missing scope is named", async () => {
  const slack = await aWorkspace({ seed: { ...SEED, app: { ...SEED.app, scopes: ["channels:history"] } } });
  const client = aClient(slack);

  await expect(client.chat.postMessage({ channel: "C1", text: "hi" })).rejects.toMatchObject({
    data: { error: "missing_scope", needed: "chat:write", provided: "channels:history" },
  });
  await expect(client.conversations.history({ channel: "C3" })).rejects.toMatchObject({
    data: { error: "missing_scope", needed: "groups:history" },
  });
  expect(slack.problems).toHaveLength(2);
});

test("e-mail addresses are for those who may read them", async () => {
  const slack = await aWorkspace();
  const client = aClient(slack);

  expect((await client.users.info({ user: "U1" })).user?.profile?.email).toBe("ann@acme.test");
  slack.setApp({ scopes: ["users:read"] });
  expect((await client.users.info({ user: "U1" })).user?.profile).not.toHaveProperty("email");
});
