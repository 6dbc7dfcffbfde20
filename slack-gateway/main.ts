import { Client } from "@temporalio/client";
import { loadEnvFile } from "../config/load-env-file.ts";
import { readSettings, SettingsProblem } from "../config/read-settings.ts";
import { serveHealth } from "../config/serve-health.ts";
import { GATEWAY_SETTINGS } from "../config/settings.ts";
import { connectClient } from "./connect.ts";
import { startGateway } from "./create-gateway.ts";

/**
 * `npm run gateway`: runs until it is told to stop (SIGINT or SIGTERM), and answers those first who have just clicked.
 * When the socket to Slack cannot be opened again it ends with an error, so that a supervisor starts it anew.
 */
async function main(): Promise<void> {
  loadEnvFile();
  const settings = readSettings(GATEWAY_SETTINGS, process.env);
  const connection = connectClient(settings);
  const client = new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
  const gateway = await startGateway({ settings, client, write: (line) => console.error(line) });
  // A gap of some seconds after each reconnection is usual.
  const health = await serveHealth(settings.HEALTH_PORT, () => {
    const isWell = gateway.isConnected();
    return { isWell, says: { slack: isWell ? "connected" : "not connected", copies: gateway.copies() } };
  });
  console.log(`The gateway listens to Slack; its health is on port ${health.port}, /healthz. Ctrl-C stops it.`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await gateway.stop();
  await health.close();
  await connection.close();
}

main().then(
  // Not left to end by itself: a call that the Temporal client would try again later fails once the connection is closed.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof SettingsProblem ? error.message : error);
    process.exit(1);
  },
);
