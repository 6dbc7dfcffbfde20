import { createServer } from "node:net";

/** A port that nobody listens on. Somebody else may take it before it is used. */
export async function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Throws, and says so plainly, if somebody listens on this port of 127.0.0.1. The caller knows how another one is chosen. */
export async function ensureFree(port: number, purpose: string): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    throw new Error(
      `Port ${port}, for ${purpose}, is taken by another program. End that program, or choose another port.`,
    );
  }
}

function listenOnce(port: number): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
