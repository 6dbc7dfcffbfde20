import { Connection } from "@temporalio/client";
import type { GatewaySettings } from "./create-gateway.ts";

/** A connection that is made when it is first needed: the gateway starts, and answers people, also while Temporal is down. */
export function connectClient({ TEMPORAL_ADDRESS, TEMPORAL_API_KEY }: GatewaySettings): Connection {
  return Connection.lazy({
    address: TEMPORAL_ADDRESS,
    ...(TEMPORAL_API_KEY && { apiKey: TEMPORAL_API_KEY, tls: true }),
  });
}
