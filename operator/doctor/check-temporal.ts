import { Connection } from "@temporalio/client";
import { SEARCH } from "../../workflows/contract.ts";
import type { Finding } from "./finding.ts";

/** Limits for each member, and what was asked before, are read from closed requests of so many days. */
const RETENTION_DAYS = 90;

export interface TemporalSettings {
  readonly TEMPORAL_ADDRESS: string;
  readonly TEMPORAL_NAMESPACE: string;
  readonly TEMPORAL_API_KEY?: string | undefined;
}

/** Whether the server answers, and its namespace is as the programme needs it. */
export async function checkTemporal(settings: TemporalSettings): Promise<readonly Finding[]> {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TEMPORAL_API_KEY: apiKey } = settings;
  let connection: Connection;
  try {
    connection = await Connection.connect({ address, ...(apiKey && { apiKey, tls: true }) });
  } catch {
    return [
      {
        what: `No Temporal server answers at ${address}.`,
        remedy: "Start it, or set TEMPORAL_ADDRESS; for Temporal Cloud also TEMPORAL_API_KEY.",
      },
    ];
  }
  try {
    return await checkNamespace(connection, namespace);
  } finally {
    await connection.close();
  }
}

async function checkNamespace(connection: Connection, namespace: string): Promise<readonly Finding[]> {
  let days: number;
  try {
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    days = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / 86_400;
  } catch {
    return [
      {
        what: `There is no namespace "${namespace}", or it may not be read.`,
        remedy: `temporal operator namespace create --namespace ${namespace} --retention ${RETENTION_DAYS}d; or set TEMPORAL_NAMESPACE.`,
      },
    ];
  }
  const short: Finding = {
    what: `The namespace keeps closed requests for ${Math.floor(days)} days; ${RETENTION_DAYS} are needed.`,
    remedy: `temporal operator namespace update --namespace ${namespace} --retention ${RETENTION_DAYS}d`,
  };
  return [...(days < RETENTION_DAYS ? [short] : []), ...(await checkSearchAttributes(connection, namespace))];
}

async function checkSearchAttributes(connection: Connection, namespace: string): Promise<readonly Finding[]> {
  const query = async (name: string): Promise<boolean> => {
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace, query: `${name} IS NULL` });
      return true;
    } catch {
      return false;
    }
  };
  const all = Object.values(SEARCH);
  const usable = await Promise.all(all.map(({ name }) => query(name)));
  return all
    .filter((_, index) => !usable[index])
    .map(({ name, type }) => ({
      what: `The search attribute ${name} is missing.`,
      remedy: `temporal operator search-attribute create --namespace ${namespace} --name ${name} --type ${inTheCli(type)}`,
    }));
}

/** Temporal's command line writes "KeywordList" for KEYWORD_LIST. */
const inTheCli = (type: string): string =>
  type
    .split("_")
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join("");
