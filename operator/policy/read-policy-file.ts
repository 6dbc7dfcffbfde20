import { readFile } from "node:fs/promises";
import { reckonDueTimes } from "../../activities/calendar/reckon-due-times.ts";
import { isPolicy, policyProblems, policyWarnings } from "../../domain/check-policy.ts";
import type { Policy } from "../../domain/policy.ts";
import { waitsToReckon } from "../../domain/reckoned-steps.ts";

/** A policy that can be used, and what is worth a second look in it; or everything that is wrong. */
export type ReadPolicy =
  | { readonly policy: Policy; readonly warnings: readonly string[] }
  | { readonly problems: readonly string[] };

/** Never throws for what is in the file: a wrong policy is an answer. */
export async function readPolicyFile(file: string): Promise<ReadPolicy> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) return { problems: [`${file} cannot be read (${text.code}).`] };
  const value = parsed(text);
  if (value instanceof SyntaxError) return { problems: [`${file} is not JSON: ${value.message}`] };
  const problems = policyProblems(value);
  if (problems.length > 0 || !isPolicy(value)) return { problems };
  const problem = await calendarProblem(value);
  return problem === undefined ? { policy: value, warnings: policyWarnings(value) } : { problems: [problem] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

/** Whether the zone and the country exist, and every step is ever reached, shows only in reckoning with them. */
async function calendarProblem(policy: Policy): Promise<string | undefined> {
  const { calendar } = policy;
  if (calendar.kind === "continuous") return undefined;
  try {
    await reckonDueTimes({ calendar, earlier: [], since: Date.now(), afters: waitsToReckon(policy) });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
