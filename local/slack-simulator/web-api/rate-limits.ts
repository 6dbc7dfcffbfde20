import type { Mishap } from "../../network-simulator/faults.ts";
import type { Method } from "./method.ts";

/** https://docs.slack.dev/apis/web-api/rate-limits */
const CALLS_A_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100, special: 600, posting: 60 } as const;

/** "posting" is one message a second and channel; "special" stands for limits that are not published. */
export type Tier = keyof typeof CALLS_A_MINUTE;

/** Slack's own limits: so many calls a minute of each method, filled up again evenly. */
export class RateLimits {
  readonly #on: boolean;
  readonly #now: () => number;
  readonly #left = new Map<string, { readonly calls: number; readonly at: number }>();

  constructor(on: boolean, now: () => number) {
    this.#on = on;
    this.#now = now;
  }

  /** Counts the call, or says that it is one too many. */
  take(
    { name, tier }: Pick<Method, "name" | "tier">,
    { channel }: Readonly<Record<string, unknown>>,
  ): Mishap | undefined {
    if (!this.#on) return undefined;
    const perMs = CALLS_A_MINUTE[tier] / 60_000;
    const most = tier === "posting" ? 1 : CALLS_A_MINUTE[tier];
    const key = tier === "posting" ? `${name} ${String(channel)}` : name;
    const now = this.#now();
    const before = this.#left.get(key) ?? { calls: most, at: now };
    const calls = Math.min(most, before.calls + (now - before.at) * perMs);
    if (calls < 1) return { kind: "rate-limited", retryAfterSeconds: Math.ceil((1 - calls) / perMs / 1_000) };
    this.#left.set(key, { calls: calls - 1, at: now });
    return undefined;
  }
}
