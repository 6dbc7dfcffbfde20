import { inject } from "vitest";
import { type OneMachine, startOneMachine } from "../../local/one-machine.ts";
import { MENTEES, MENTORS } from "./claim-race.ts";
import { TwoWorkers } from "./two-workers.ts";

/** The whole programme with 200 more mentors, and its workers as processes of their own, so that they can be killed. */
export async function startRaceMachine(): Promise<{ readonly machine: OneMachine; readonly workers: TwoWorkers }> {
  const machine = await startOneMachine({
    progress: () => undefined,
    workflowBundle: { codePath: inject("workflowBundle") },
    more: { people: [...MENTORS, ...MENTEES] },
  });
  await machine.worker.stop();
  return { machine, workers: new TwoWorkers(machine) };
}
