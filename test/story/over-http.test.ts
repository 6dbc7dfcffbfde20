import { createHmac } from "node:crypto";
import { request } from "node:http";
import { expect } from "vitest";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { type Story, story } from "./story.ts";

const OVER_HTTP = { transport: "http" } as const;

const eventsOf = (s: Story) => `http://127.0.0.1:${s.machine.gateway.port}/slack/events`;

interface Sent {
  readonly secret?: string;
  readonly body?: string;
  readonly type?: string;
}

/** Sends this, signed as of that second, and says with which status it is answered. */
async function sendSigned(s: Story, at: number, { secret = LOCAL.signingSecret, body = "", type }: Sent) {
  const signature = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex");
  const { status } = await fetch(eventsOf(s), {
    method: "POST",
    body,
    headers: {
      "content-type": type ?? "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(at),
      "x-slack-signature": `v0=${signature}`,
    },
  });
  return status;
}

story(
  "over HTTP a member asks, a mentor claims, a form's mistake is shown in it, and events are heard",
  async (s) => {
    const [bob, ada] = [s.person("bob"), s.person("ada")];
    const { slack } = s.machine;
    const sent = await bob.asksForHelpWith("SQL");
    expect(sent.acked).toBe(true);
    await s.channelShows("asks for a mentor");
    await bob.receives("we have your request");
    await ada.claims();
    await ada.receives("You have taken");
    await bob.receives("will be your mentor");
    await bob.slack.command("/mentor", "status");
    await bob.isShown("Your requests");

    const asked = s.requestId();
    const again = await bob.asksForHelpWith("Python");
    s.request = asked;
    expect(again.errors?.service).toContain("You have an open request for this already");
    for (const view of slack.openViews(bob.id)) await bob.slack.close(view);
    await ada.fillsIn("agreed", { on: Math.floor(Date.now() / 1000) + 24 * 3600 });
    await bob.receives("says that you agreed on");

    const written = await bob.slack.writes(slack.dmId(bob.id), "Can I bring a friend?");
    expect(written).toMatchObject({ acked: true, attempts: 1 });
    await bob.receives("I look after the mentorship programme");
    for (let times = 0; times < 2; times++) {
      await bob.presses("pass-on");
      await bob.isShown("It is passed on");
    }
    await s.person("cora").receives("Can I bring a friend?");
    await ada.slack.opensHome();
    await slack.when(() => JSON.stringify(slack.home(ada.id)?.blocks ?? []).includes("Your mentees"), {
      for: "the Home tab",
    });
  },
  OVER_HTTP,
);

story(
  "over HTTP a request with a forged signature, from the future, too large, or of unknown size is turned away",
  async (s) => {
    const url = eventsOf(s);
    const body = "command=%2Fmentor&user_id=U0BOB";
    const send = (at: number, how: Sent = {}) => sendSigned(s, at, { body, ...how });
    const now = Math.floor(Date.now() / 1000);
    expect(await send(now, { secret: "another" })).toBe(401);
    expect(await send(now - 600)).toBe(401);
    expect(await send(now + 600)).toBe(401);
    expect(await send(now, { body: `text=${"x".repeat(1_000_001)}` })).toBe(413);
    const chunked = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    });
    const streamed = await fetch(url, { method: "POST", body: chunked, duplex: "half" } as RequestInit);
    expect(streamed.status).toBe(411);
  },
  OVER_HTTP,
);

story(
  "over HTTP whatever is asked of another address than Slack's is turned away, and the next request is answered",
  async (s) => {
    const ask = (path: string, method: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const { port } = s.machine.gateway;
        request({ port, path, method, headers: { "content-length": "0" } }, ({ statusCode }) => resolve(statusCode))
          .on("error", reject)
          .end();
      });
    expect(await ask("/", "GET")).toBe(404);
    expect(await ask("/", "POST")).toBe(404);
    expect(await ask("//", "POST")).toBe(404);
    expect(await ask("http://[", "POST")).toBe(404);
    expect(await ask("/slack/events", "PUT")).toBe(404);
    expect(await ask("/slack/events?a=1", "POST")).toBe(401);
    const bob = s.person("bob");
    await bob.slack.command("/mentor", "help");
    await bob.isShown("opens the form");
  },
  OVER_HTTP,
);

story(
  "over HTTP a signed body that is no object is turned away, and the next request is answered",
  async (s) => {
    const now = Math.floor(Date.now() / 1000);
    const json = "application/json";
    for (const sent of [{ body: "null", type: json }, { body: "payload=null" }, { body: '"text"', type: json }])
      expect(await sendSigned(s, now, sent)).toBe(400);
    expect(await sendSigned(s, now, { body: "{", type: json })).toBe(400);
    expect(await sendSigned(s, now, { body: "{", type: json, secret: "another" })).toBe(401);
    const bob = s.person("bob");
    await bob.slack.command("/mentor", "help");
    await bob.isShown("opens the form");
  },
  OVER_HTTP,
);
