import { randomUUID } from "node:crypto";
import { Connection } from "@temporalio/client";
import { msToTs } from "@temporalio/common/lib/time.js";
import { expect, inject, test } from "vitest";
import { freePort } from "../../../local/temporal/free-port.ts";
import { prepareNamespace } from "../../../local/temporal/prepare-namespace.ts";
import { checkTemporal } from "../../../operator/doctor/check-temporal.ts";
import { SEARCH } from "../../../workflows/contract.ts";
import { eventually } from "../../story/story.ts";

/** What the doctor says of a namespace of its own, on the server that all tests share. */
async function toldOf(prepare: (connection: Connection, namespace: string) => Promise<void>) {
  const address = inject("temporalAddress");
  const connection = await Connection.connect({ address });
  const { workflowService } = connection;
  const namespace = `doctor-${randomUUID()}`;
  await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs("3 days") });
  // The server's services learn of a new namespace one after the other.
  const isKnown = () =>
    workflowService.countWorkflowExecutions({ namespace }).then(
      () => true,
      () => undefined,
    );
  await eventually(isKnown, "the namespace to be usable", 25_000);
  await prepare(connection, namespace);
  await connection.close();
  const findings = await checkTemporal({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
  return findings.map(({ what, remedy }) => `${what} ${remedy}`.replaceAll(namespace, "ours"));
}

test.concurrent("a new namespace keeps closed requests too shortly and lacks every search attribute", async () => {
  const [retention, ...attributes] = await toldOf(async () => undefined);
  expect(retention).toBe(
    "The namespace keeps closed requests for 3 days; 90 are needed. temporal operator namespace update --namespace ours --retention 90d",
  );
  expect(attributes.length).toBe(Object.keys(SEARCH).length);
  expect(attributes).toContain(
    "The search attribute Skills is missing. temporal operator search-attribute create --namespace ours --name Skills --type KeywordList",
  );
});

test.concurrent("of a namespace that was prepared it names the one search attribute that is missing", async () => {
  const { NextStepAt: _, ...others } = SEARCH;
  expect(await toldOf((connection, namespace) => prepareNamespace(connection, namespace, others))).toEqual([
    "The search attribute NextStepAt is missing. temporal operator search-attribute create --namespace ours --name NextStepAt --type Datetime",
  ]);
});

test.concurrent("a server that does not answer, and a namespace that is not there, are named", async () => {
  const [TEMPORAL_ADDRESS, none] = [inject("temporalAddress"), `127.0.0.1:${await freePort()}`];
  const nobody = await checkTemporal({ TEMPORAL_ADDRESS: none, TEMPORAL_NAMESPACE: "default" });
  expect(nobody).toMatchObject([{ what: `No Temporal server answers at ${none}.` }]);
  const nowhere = await checkTemporal({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE: "nowhere" });
  expect(nowhere).toMatchObject([{ what: expect.stringContaining('no namespace "nowhere"') }]);
});
