import { SlackError } from "../slack-error.ts";

/** https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
const LIFETIME_MS = 3_000;

export interface Trigger {
  readonly user: string;
  /** Present when the person acted inside a modal: what it opens goes on top of that one. */
  readonly viewId?: string;
}

/** What lets the app open one modal, for three seconds after a person did something. */
export class TriggerIds {
  readonly #now: () => number;
  readonly #issued = new Map<string, Trigger & { readonly at: number; used: boolean }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(trigger: Trigger): string {
    const at = this.#now();
    for (const [id, old] of this.#issued) if (at - old.at > 60_000) this.#issued.delete(id);
    const id = `${Math.floor(at)}.${this.#issued.size + 1}.${crypto.randomUUID().replaceAll("-", "")}`;
    this.#issued.set(id, { ...trigger, at, used: false });
    return id;
  }

  /** @throws invalid_trigger_id, expired_trigger_id, exchanged_trigger_id */
  exchange(id: string): Trigger {
    const trigger = this.#issued.get(id);
    if (!trigger) throw new SlackError(/^\d+\.\d+\.[0-9a-f]+$/.test(id) ? "expired_trigger_id" : "invalid_trigger_id");
    if (trigger.used) throw new SlackError("exchanged_trigger_id");
    if (this.#now() - trigger.at > LIFETIME_MS) throw new SlackError("expired_trigger_id");
    trigger.used = true;
    return trigger;
  }
}
