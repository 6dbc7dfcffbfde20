import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

/** How a process is, and what it says of itself. */
export interface Condition {
  readonly isWell: boolean;
  readonly says: object;
}

/** `/healthz`: 200 while the process can do its work, 503 while it cannot. */
export async function serveHealth(port: number, look: () => Condition): Promise<Health> {
  const server = createServer((request, response) => {
    const known = request.url === "/healthz";
    const { isWell, says } = look();
    response.writeHead(known ? (isWell ? 200 : 503) : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(known ? says : { error: "not found" }));
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
