/** Something that Slack sends to the app. */
export interface Outgoing {
  readonly kind: "slash_commands" | "interactive" | "events_api";
  readonly payload: Readonly<Record<string, unknown>>;
  /** Whether the acknowledgement may carry an answer. */
  readonly acceptsResponse: boolean;
}

/** One attempt at sending it; attempts and duplicates share the id. */
export interface Envelope extends Outgoing {
  readonly id: string;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** What the app said when it took something: nothing, a text or an object. */
export interface Ack {
  readonly response?: unknown;
}

/** A way from Slack to the app. */
export interface Carrier {
  /** Why nothing can be sent at the moment; `undefined` when something can. */
  readonly unreachable: () => string | undefined;
  /** Resolves when the app acknowledges, and never if it does not. */
  send(envelope: Envelope): Promise<Ack>;
  /** Like `send`, but the connection breaks as soon as the envelope is out. */
  sendAndBreak(envelope: Envelope): void;
  break(): void;
}
