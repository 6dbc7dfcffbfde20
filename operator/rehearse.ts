import { watchForInterruption } from "../local/interruption.ts";
import { type OneMachine, startOneMachine } from "../local/one-machine.ts";
import { quietTemporal } from "../local/quiet-temporal.ts";
import type { Plan } from "./rehearsal/plan.ts";
import { AS_JSON, forPeople } from "./rehearsal/printed.ts";
import { quietThroughBreakdowns } from "./rehearsal/quiet-through-breakdowns.ts";
import { HELP, readArguments } from "./rehearsal/read-arguments.ts";
import { readPlan } from "./rehearsal/read-plan.ts";
import { rehearseRequest } from "./rehearsal/rehearse-request.ts";

/** `npm run rehearse`: the real programme, on a machine and a clock of its own. Only what it tells goes to stdout. */
async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (asked === "help") return console.log(HELP);
  const plan = await readPlan(asked);
  const watch = watchForInterruption();
  if (plan.happenings.some((one) => "down" in one)) quietThroughBreakdowns();
  else quietTemporal();
  const machine = await startOneMachine({ progress: console.error });
  try {
    await Promise.race([rehearse(machine, plan, asked), watch.interrupted().then(brokenOff)]);
  } finally {
    await machine.stop();
  }
}

async function rehearse(machine: OneMachine, plan: Plan, { json }: { readonly json: boolean }): Promise<void> {
  const printed = json ? AS_JSON : forPeople(process.stdout.columns, plan.posted);
  const ending = await rehearseRequest(machine, plan, (told) => console.log(printed.told(told)));
  console.log(printed.ending(ending, plan.until));
}

function brokenOff(): never {
  throw new Error("The rehearsal was broken off.");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
