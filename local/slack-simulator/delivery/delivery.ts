/** What became of something that a person did: what they would see in Slack's client. */
export interface Delivery {
  /** False when there was nobody to send it to, or when the app does not subscribe to it. */
  readonly sent: boolean;
  /** False when the app did not acknowledge within three seconds: the person sees "operation_timeout" or a warning sign. */
  readonly acked: boolean;
  readonly ackMs?: number;
  /** What the acknowledgement carried. */
  readonly response?: unknown;
  /** What stands in red under the inputs of a form, by block_id. */
  readonly errors?: Readonly<Record<string, string>>;
  /** How often it was sent, counting Slack's retries of events but not asked-for duplicates. */
  readonly attempts: number;
  /** What became of the duplicates that `times` asked for. */
  readonly duplicates?: readonly Delivery[];
}

export interface DeliveryOptions {
  /** Sends the same envelope this often at the same moment: same envelope, trigger and event ids. */
  readonly times?: number;
  /** Changes the payload before it is sent, to forge what Slack would not send. */
  readonly forge?: (payload: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

export const NOT_SENT: Delivery = { sent: false, acked: false, attempts: 0 };
