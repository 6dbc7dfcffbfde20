import { setTimeout as delay } from "node:timers/promises";
import type { Connection } from "@temporalio/client";
import type { SearchAttributeType } from "@temporalio/common";
import { encodeSearchAttributeIndexedValueType } from "@temporalio/common/lib/search-attributes.js";
import { msToTs } from "@temporalio/common/lib/time.js";

/** Closed requests are read for this long: limits for each member, and what was asked before. The default is a day. */
const RETENTION_DAYS = 90;

/** Any object whose values are made with `defineSearchAttributeKey`. */
export type SearchAttributeKeys = Readonly<Record<string, SearchAttributeKey>>;

interface SearchAttributeKey {
  readonly name: string;
  readonly type: SearchAttributeType;
}

/** Sets the namespace's retention and adds the search attributes it lacks; returns when queries can use them. */
export async function prepareNamespace(
  connection: Connection,
  namespace: string,
  searchAttributes: SearchAttributeKeys,
): Promise<void> {
  const wanted = Object.values(searchAttributes);
  await keepClosedWorkflows(connection, namespace);
  await addSearchAttributes(connection, namespace, wanted);
  for (const { name } of wanted) await untilUsable(connection, namespace, name);
}

async function keepClosedWorkflows(connection: Connection, namespace: string): Promise<void> {
  const workflowExecutionRetentionTtl = msToTs(`${RETENTION_DAYS} days`);
  await connection.workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
}

async function addSearchAttributes(connection: Connection, namespace: string, wanted: readonly SearchAttributeKey[]) {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = wanted.filter(({ name }) => !(name in customAttributes));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(
    missing.flatMap(({ name, type }) => {
      const encoded = encodeSearchAttributeIndexedValueType(type);
      return encoded === undefined ? [] : [[name, encoded]];
    }),
  );
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}

/** The server's services learn of a new attribute one after the other. */
async function untilUsable(connection: Connection, namespace: string, name: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace, query: `${name} IS NULL` });
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(50);
    }
  }
}
