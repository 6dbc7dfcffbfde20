import { DefaultLogger, Runtime } from "@temporalio/worker";

/**
 * Workers in this process say only what is wrong, and on stderr: their native part would write to stdout, where answers
 * stand. To be called before anything else of Temporal's.
 */
export function quietTemporal(): void {
  Runtime.install({
    logger: new DefaultLogger("WARN"),
    telemetryOptions: { logging: { filter: { core: "WARN", other: "ERROR" }, forward: {} } },
  });
}
