import { DefaultLogger, type LogEntry, Runtime } from "@temporalio/worker";

/**
 * Workers in this process say only what is wrong, and on stderr: their native part would write to stdout, where answers
 * stand. To be called before anything else of Temporal's.
 */
export function quietTemporal(): void {
  const stderr = new DefaultLogger("WARN");
  const logger = new DefaultLogger("WARN", (entry) => {
    if (!isNoTrouble(entry)) stderr.log(entry.level, entry.message, entry.meta);
  });
  Runtime.install({
    logger,
    telemetryOptions: { logging: { filter: { core: "WARN", other: "ERROR" }, forward: {} } },
  });
}

/** A workflow that is replayed from the beginning, since somebody looked at it in the wrong moment: docs/decisions/0013. */
export function isNoTrouble({ meta }: Pick<LogEntry, "meta">): boolean {
  return String(meta?.failure).includes("Somebody looked at it while something happened");
}
