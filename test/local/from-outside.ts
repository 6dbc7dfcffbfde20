import { z } from "zod";

const message = z.object({ channel: z.string(), ts: z.string(), text: z.string(), blocks: z.unknown() });
const screen = z.object({
  user: z.object({ name: z.string() }),
  channels: z.array(z.object({ id: z.string(), kind: z.string(), messages: z.array(message) })),
  views: z.array(z.object({ id: z.string() })),
});
const answer = z.object({ ok: z.literal(true), screen: screen.optional() });

/** Somebody in a Slack simulator that runs in another process. */
export class FromOutside {
  readonly #url: string;

  constructor(slackPort: number, userId: string) {
    this.#url = `http://127.0.0.1:${slackPort}/client/${userId}`;
  }

  async does(deed: string, body: unknown): Promise<void> {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${this.#url}/${deed}`, { method: "POST", headers, body: JSON.stringify(body) });
    answer.parse(await response.json());
  }

  async sees(): Promise<z.infer<typeof screen>> {
    const response = await fetch(this.#url);
    return screen.parse(answer.parse(await response.json()).screen);
  }

  async messages(channelId: string): Promise<readonly z.infer<typeof message>[]> {
    return (await this.sees()).channels.find(({ id }) => id === channelId)?.messages ?? [];
  }

  async directMessages(): Promise<readonly z.infer<typeof message>[]> {
    return (await this.sees()).channels.find(({ kind }) => kind === "im")?.messages ?? [];
  }
}
