import { createHmac } from "node:crypto";
import type { Ack, Carrier, Envelope } from "./outgoing.ts";

export interface SignedHttpOptions {
  readonly requestUrl: string;
  readonly signingSecret: string;
}

/** Requests to the app's Request URL. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export class SignedHttp implements Carrier {
  readonly #options: () => SignedHttpOptions;

  constructor(options: () => SignedHttpOptions) {
    this.#options = options;
  }

  unreachable = (): undefined => undefined;

  async send(envelope: Envelope): Promise<Ack> {
    const answer = await this.#post(envelope).catch(() => undefined);
    if (!answer?.ok) return new Promise(() => undefined);
    const text = await answer.text();
    return text === "" ? {} : { response: read(text, answer.headers.get("content-type")) };
  }

  sendAndBreak(envelope: Envelope): void {
    this.#post(envelope).catch(() => undefined);
  }

  break(): void {}

  #post(envelope: Envelope): Promise<Response> {
    const { requestUrl, signingSecret } = this.#options();
    const { body, type } = written(envelope);
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
    return fetch(requestUrl, {
      method: "POST",
      body,
      headers: {
        "content-type": type,
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "x-slack-request-timestamp": String(timestamp),
        "x-slack-signature": `v0=${signature}`,
        ...(envelope.retry
          ? { "x-slack-retry-num": String(envelope.retry.attempt), "x-slack-retry-reason": "http_timeout" }
          : {}),
      },
    });
  }
}

/** Commands are forms, interactions a form with one JSON field, events JSON. */
function written({ kind, payload }: Envelope): { readonly body: string; readonly type: string } {
  const form = "application/x-www-form-urlencoded";
  switch (kind) {
    case "slash_commands": {
      const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]);
      return { body: new URLSearchParams(fields).toString(), type: form };
    }
    case "interactive":
      return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), type: form };
    case "events_api":
      return { body: JSON.stringify(payload), type: "application/json" };
  }
}

function read(text: string, type: string | null): unknown {
  if (!type?.includes("json")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
