import { NativeConnection } from "@temporalio/worker";

export interface TemporalSettings {
  readonly TEMPORAL_ADDRESS: string;
  readonly TEMPORAL_API_KEY?: string | undefined;
}

/** A connection for workers; with an API key it is encrypted, as Temporal Cloud asks. */
export function connectWorker({ TEMPORAL_ADDRESS, TEMPORAL_API_KEY }: TemporalSettings): Promise<NativeConnection> {
  return NativeConnection.connect({
    address: TEMPORAL_ADDRESS,
    ...(TEMPORAL_API_KEY && { apiKey: TEMPORAL_API_KEY, tls: true }),
  });
}
