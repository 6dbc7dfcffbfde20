import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Connection } from "@temporalio/client";
import { prepareNamespace, type SearchAttributeKeys } from "./prepare-namespace.ts";

interface Starting {
  readonly port: number;
  readonly uiPort: number;
  readonly namespace: string;
  readonly searchAttributes: SearchAttributeKeys;
}

/** Returns when the server answers and its namespace is as it should be. Gives up after a minute without an answer. */
export async function untilReady(
  { port, uiPort, namespace, searchAttributes }: Starting,
  signal: AbortSignal,
): Promise<void> {
  const connection = await until(() => answering(port, namespace), signal);
  try {
    await prepareNamespace(connection, namespace, searchAttributes);
  } finally {
    await connection.close();
  }
  await until(() => accepts(uiPort), signal);
}

async function answering(port: number, namespace: string): Promise<Connection> {
  await accepts(port);
  const connection = await Connection.connect({ address: `127.0.0.1:${port}`, connectTimeout: "5 seconds" });
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function until<Result>(attempt: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(50);
    }
  }
}

/** Asked first, since a gRPC client that comes too early waits a whole second before it tries again. */
function accepts(port: number): Promise<void> {
  const socket = connect({ port, host: "127.0.0.1" });
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
  });
}
