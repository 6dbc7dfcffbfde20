import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { optionalTsToMs } from "@temporalio/common/lib/time.js";
import { inject } from "vitest";
import { startOneMachine } from "../../local/one-machine.ts";
import { Story } from "../story/story.ts";
import { type Crash, Crashes, type Plan } from "./crashes.ts";
import { type Left, whatIsLeft } from "./what-is-left.ts";
import { wholeLife } from "./whole-life.ts";

export interface Lived {
  readonly left: Left;
  /** Everything that was written, by the names of `calls.ts`. */
  readonly calls: readonly string[];
  /** Crashes that were planned and did not come, since that call did not. */
  readonly spared: readonly string[];
  /** What no app would do. */
  readonly problems: readonly string[];
  /** After how many seconds at most it is noticed that an attempt of each activity has been killed. */
  readonly attempts: Readonly<Record<string, number>>;
}

/** One whole life on a machine of its own, whose server keeps everything in a file, with these crashes in it. */
export async function live(
  plan: Plan = new Map(),
  tell: (name: string, crash: Crash) => void = () => undefined,
): Promise<Lived> {
  const dataDir = await mkdtemp(join(tmpdir(), "muster-crash-"));
  const machine = await startOneMachine({
    progress: () => undefined,
    dataDir,
    workflowBundle: { codePath: inject("workflowBundle") },
  });
  const crashes = new Crashes(machine, dataDir, plan, tell);
  try {
    await machine.worker.stop();
    await crashes.begin();
    const s = new Story(machine);
    await wholeLife(s, crashes);
    return {
      left: await whatIsLeft(s),
      calls: crashes.calls.names,
      spared: crashes.left,
      problems: [...machine.slack.problems, ...machine.airtable.problems],
      attempts: await attemptsOf(s),
    };
  } finally {
    await crashes.stopWorker();
    await machine.stop();
    await crashes.stopServer();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Of all workflows that there are on this machine. */
async function attemptsOf({ machine }: Story): Promise<Record<string, number>> {
  const attempts: Record<string, number> = {};
  for await (const { workflowId, runId } of machine.client.workflow.list()) {
    const { events } = await machine.client.workflow.getHandle(workflowId, runId).fetchHistory();
    for (const { activityTaskScheduledEventAttributes: scheduled } of events ?? []) {
      if (!scheduled) continue;
      const name = scheduled.activityType?.name ?? "";
      const { startToCloseTimeout, heartbeatTimeout } = scheduled;
      const known = [startToCloseTimeout, heartbeatTimeout].map((timeout) => optionalTsToMs(timeout) || Infinity);
      const seconds = Math.min(...known) / 1000;
      attempts[name] = Math.max(attempts[name] ?? 0, seconds);
    }
  }
  return attempts;
}
