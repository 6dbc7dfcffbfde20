import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { readSettings } from "../../config/read-settings.ts";
import { GATEWAY_SETTINGS } from "../../config/settings.ts";
import { startGateway } from "../../slack-gateway/create-gateway.ts";
import type { ProgrammeState } from "../../workflows/contract.ts";
import type { Story } from "./story.ts";

/** The gateway's way to Temporal: so long each answer of the server's takes from now on, in milliseconds. */
export interface Road {
  slowMs: number;
}

async function detour(address: string) {
  const [host = "", port = ""] = address.split(":");
  const road: Road = { slowMs: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => {
        if (road.slowMs > 0) setTimeout(() => to.write(chunk), road.slowMs / 2);
        else to.write(chunk);
      });
      from.on("close", () => to.destroy());
      from.on("error", () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    road,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/**
 * The story goes on with a gateway whose way to Temporal can be made slow. With a `copy` of the programme that it kept from
 * before, it is slow from the beginning.
 */
export async function overASlowRoad(
  s: Story,
  tell: (road: Road) => Promise<void>,
  before?: { readonly copy: ProgrammeState; readonly slowMs: number },
): Promise<void> {
  const { machine } = s;
  const { road, address, close } = await detour(machine.temporal.address);
  const folder = await mkdtemp(join(tmpdir(), "muster-slow-"));
  const connection = await Connection.connect({ address });
  await machine.gateway.stop();
  if (before) await writeFile(join(folder, "programme.json"), JSON.stringify(before.copy));
  if (before) road.slowMs = before.slowMs;
  const settings = readSettings(GATEWAY_SETTINGS, { ...machine.env, DATA_DIR: folder });
  const gateway = await startGateway({ settings, client: new Client({ connection }), write: () => undefined });
  try {
    if (!before) await gateway.loaded;
    await tell(road);
  } finally {
    road.slowMs = 0;
    await gateway.stop();
    await connection.close();
    close();
    await rm(folder, { recursive: true });
  }
}
