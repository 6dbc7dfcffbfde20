import { DefaultLogger, Runtime } from "@temporalio/worker";

/** As `quietTemporal`, where failing is part of the plan: hundreds of attempts in vain are no news. */
export function quietThroughBreakdowns(): void {
  Runtime.install({
    logger: new DefaultLogger("ERROR"),
    telemetryOptions: { logging: { filter: { core: "ERROR", other: "ERROR" }, forward: {} } },
  });
}
