import type { Faults } from "../../network-simulator/faults.ts";
import { type Delivery, type DeliveryOptions, NOT_SENT } from "./delivery.ts";
import type { Ack, Carrier, Envelope, Outgoing } from "./outgoing.ts";

export interface CourierOptions {
  readonly carrier: () => Carrier;
  readonly faults: Faults;
  /** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
  readonly ackWithinMs: number;
  /** Waits before Slack sends an unacknowledged event again. https://docs.slack.dev/apis/events-api#retries */
  readonly eventRetriesAfterMs: readonly number[];
}

/** Takes things to the app, through whatever goes wrong on the way, and waits for the acknowledgement. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #later = new Set<NodeJS.Timeout>();
  readonly #holds = new Set<Promise<void>>();

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /** Keeps everything on the way until it is released. The three seconds run meanwhile. */
  hold(): () => void {
    const { promise, resolve } = withResolvers();
    this.#holds.add(promise);
    return () => {
      this.#holds.delete(promise);
      resolve();
    };
  }

  async deliver(outgoing: Outgoing, { times = 1, forge = (same) => same }: DeliveryOptions = {}): Promise<Delivery> {
    const envelope: Envelope = { ...outgoing, payload: forge(outgoing.payload), id: crypto.randomUUID() };
    const all = await Promise.all(Array.from({ length: times }, () => this.#attempt(envelope)));
    const [first = NOT_SENT, ...duplicates] = all;
    const result = first.acked || outgoing.kind !== "events_api" ? first : await this.#retry(envelope, first);
    return duplicates.length > 0 ? { ...result, duplicates } : result;
  }

  close(): void {
    for (const timer of this.#later) clearTimeout(timer);
  }

  /** A retry that is due at once is waited for; later ones go out on their own. */
  async #retry(envelope: Envelope, first: Delivery, done = 0): Promise<Delivery> {
    const wait = this.#options.eventRetriesAfterMs[done];
    if (wait === undefined) return first;
    const again = async (): Promise<Delivery> => {
      const attempt = done + 1;
      const result = await this.#attempt({ ...envelope, retry: { attempt, reason: "timeout" } });
      const counted = { ...result, sent: first.sent || result.sent, attempts: first.attempts + result.attempts };
      return counted.acked ? counted : this.#retry(envelope, counted, attempt);
    };
    if (wait === 0) return again();
    const timer = setTimeout(() => {
      this.#later.delete(timer);
      again().catch(() => undefined);
    }, wait);
    this.#later.add(timer.unref());
    return first;
  }

  async #attempt(envelope: Envelope): Promise<Delivery> {
    const start = performance.now();
    const carrier = this.#options.carrier();
    if (carrier.unreachable() !== undefined) return { ...NOT_SENT, attempts: 1 };
    const ack = await within(this.#options.ackWithinMs, this.#carry(carrier, envelope));
    return ack
      ? { sent: true, acked: true, ackMs: performance.now() - start, attempts: 1, ...ack }
      : { sent: true, acked: false, attempts: 1 };
  }

  async #carry(carrier: Carrier, envelope: Envelope): Promise<Ack> {
    await Promise.all(this.#holds);
    const mishap = this.#options.faults.take("socket");
    if (!mishap) return carrier.send(envelope);
    switch (mishap.kind) {
      case "slow":
        await new Promise((resolve) => setTimeout(resolve, mishap.ms));
        return carrier.send(envelope);
      case "unavailable-after":
      case "truncated":
      case "cut-in-body":
      case "stalled-in-body":
        await carrier.send(envelope);
        return noAck();
      case "dropped-after":
        carrier.sendAndBreak(envelope);
        return noAck();
      case "dropped-before":
        carrier.break();
        return noAck();
      case "rate-limited":
      case "unavailable":
      case "html":
      case "hang":
      case "answered":
        return noAck();
    }
  }
}

/** Never settles, so that the three seconds pass. */
const noAck = (): Promise<never> => new Promise(() => undefined);

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
