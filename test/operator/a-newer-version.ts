import { sleep } from "@temporalio/workflow";

/** As a version might do that first waits for the night. */
export async function selfAudit(): Promise<void> {
  await sleep("1 day");
}
