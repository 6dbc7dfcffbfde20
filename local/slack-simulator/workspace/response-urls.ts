/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const USES = 5;
const LIFETIME_MS = 30 * 60_000;

export interface ResponseUrl {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  /** The message whose button was pressed. */
  readonly source?: { readonly ts: string; readonly isEphemeral: boolean; readonly threadTs?: string };
  readonly at: number;
  readonly uses: number;
}

/** Addresses at which the app can answer a person in a channel, five times in half an hour. */
export class ResponseUrls {
  readonly #now: () => number;
  readonly #urls: Map<string, ResponseUrl>;

  constructor(now: () => number, kept: readonly ResponseUrl[] = []) {
    this.#now = now;
    this.#urls = new Map(kept.map((url) => [url.id, url]));
  }

  all(): readonly ResponseUrl[] {
    return [...this.#urls.values()].filter((url) => this.#now() - url.at <= LIFETIME_MS);
  }

  issue(url: Omit<ResponseUrl, "id" | "at" | "uses">): string {
    const id = crypto.randomUUID();
    this.#urls.set(id, { ...url, id, at: this.#now(), uses: 0 });
    return id;
  }

  /** Uses it once, or says why it cannot be used. */
  use(id: string): ResponseUrl | "expired_url" | "used_url" {
    const url = this.#urls.get(id);
    if (!url || this.#now() - url.at > LIFETIME_MS) return "expired_url";
    if (url.uses >= USES) return "used_url";
    const used = { ...url, uses: url.uses + 1 };
    this.#urls.set(id, used);
    return used;
  }
}
