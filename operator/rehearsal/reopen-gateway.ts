import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@temporalio/client";
import { readSettings } from "../../config/read-settings.ts";
import { GATEWAY_SETTINGS } from "../../config/settings.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import { startLater } from "../../local/temporal/start-later.ts";
import { startGateway } from "../../slack-gateway/create-gateway.ts";

/**
 * Another gateway in place of the machine's own: it reads the policy afresh, and requests begin at that moment if there
 * is one. Returns what stops it.
 */
export async function reopenGateway(machine: OneMachine, beginAt: number | undefined): Promise<() => Promise<void>> {
  await machine.gateway.stop();
  const { connection, env } = machine;
  const folder = await mkdtemp(join(tmpdir(), "muster-gateway-"));
  const interceptors = beginAt === undefined ? {} : { workflow: [startLater(beginAt)] };
  const gateway = await startGateway({
    settings: readSettings(GATEWAY_SETTINGS, { ...env, DATA_DIR: folder }),
    client: new Client({ connection, interceptors }),
    write: () => undefined,
  });
  await gateway.loaded;
  return async () => {
    await gateway.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
