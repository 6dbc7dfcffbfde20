import { expect, inject, test } from "vitest";
import { startOneMachine } from "../../local/one-machine.ts";
import { ALLOWED_A_SECOND, busiestSecond } from "../faults/busiest-second.ts";
import { ASKERS, deedsOf } from "../faults/deeds.ts";
import { recordsOf } from "../faults/records-of.ts";
import { seeded } from "../faults/seeded.ts";
import { untilAllIsWritten } from "../faults/until-all-is-written.ts";
import { type Ran, runCommand } from "../operator/run-command.ts";
import { TwoWorkers } from "../race/two-workers.ts";

const REQUESTS = 6;

test("two workers write while the operator reads: together they stay within Airtable's limit, and all is written", {
  timeout: 120_000,
}, async () => {
  const machine = await startOneMachine({
    progress: () => undefined,
    workflowBundle: { codePath: inject("workflowBundle") },
    more: { people: ASKERS },
  });
  const workers = new TwoWorkers(machine, 3);
  try {
    await machine.worker.stop();
    await workers.fillUp();
    const before = machine.airtable.calls.length;
    const { ids, deeds } = deedsOf(machine, { chance: seeded(1), requests: REQUESTS });
    let isWritten = false;
    const writing = Promise.all(deeds.map((deed) => deed()))
      .then(() => untilAllIsWritten(machine, ids, 60_000))
      .finally(() => {
        isWritten = true;
      });
    const reading = (async () => {
      const ran: Ran[] = [];
      const env = { ...machine.env, AIRTABLE_PROCESSES: "3" };
      while (!isWritten) ran.push(await runCommand("insights.ts", ["--json"], env));
      return ran;
    })();
    const [ran] = await Promise.all([reading, writing]);

    const calls = machine.airtable.calls.slice(before);
    console.log(`${calls.length} calls, at most ${busiestSecond(calls)} in a second; ${ran.length} commands`);
    expect((await recordsOf(machine, ids)).flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(ran.filter(({ code }) => code !== 0)).toEqual([]);
    expect(busiestSecond(calls)).toBeLessThanOrEqual(ALLOWED_A_SECOND);
    expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
  } finally {
    await workers.stop();
    await machine.stop();
  }
});
