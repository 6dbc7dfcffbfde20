import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

/** `/healthz`: 200 while Slack can reach us, 503 while it cannot. A gap of some seconds after each reconnection is usual. */
export async function serveHealth(port: number, isConnected: () => boolean): Promise<Health> {
  const server = createServer((request, response) => {
    const known = request.url === "/healthz";
    const up = isConnected();
    response.writeHead(known ? (up ? 200 : 503) : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(known ? { slack: up ? "connected" : "not connected" } : { error: "not found" }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
