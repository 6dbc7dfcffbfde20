import { Client, Connection } from "@temporalio/client";
import { loadEnvFile } from "../config/load-env-file.ts";
import { readSettings } from "../config/read-settings.ts";
import { TEMPORAL_SETTINGS } from "../config/settings.ts";

/** A client of the Temporal server that the settings name. Throws when it does not answer. */
export async function connectOperator(): Promise<Client> {
  loadEnvFile();
  const {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_API_KEY: apiKey,
  } = readSettings(TEMPORAL_SETTINGS, process.env);
  try {
    const connection = await Connection.connect({ address, ...(apiKey && { apiKey, tls: true }) });
    return new Client({ connection, namespace });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The Temporal server at ${address} does not answer (${reason}). Is it running, and is TEMPORAL_ADDRESS right?`,
    );
  }
}
