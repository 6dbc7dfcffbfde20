import { DAY } from "../../domain/duration.ts";
import { readPolicyFile } from "../policy/read-policy-file.ts";
import type { Happening } from "./deed.ts";
import type { Plan } from "./plan.ts";
import type { Arguments } from "./read-arguments.ts";
import { readStory } from "./read-story.ts";

const UNTIL = 30 * DAY;
/** Long enough to see what is asked of whoever has it, and shorter than the silence after which a claim lapses. */
const UNTIL_AFTER_THE_LAST = 10 * DAY;

/** What is to be played, with what stands in the files. Throws with everything that is wrong with one of them. */
export async function readPlan(typed: Arguments): Promise<Plan> {
  const { mentee, posted, claim, until, policyFile, storyFile } = typed;
  const policy = policyFile === undefined ? undefined : usable(policyFile, await readPolicyFile(policyFile));
  const story = storyFile === undefined ? undefined : usable(storyFile, await readStory(storyFile));
  const claims: readonly Happening[] = claim
    ? [{ after: claim.after, who: claim.by, act: "claim", as: "mentor", says: {} }]
    : [];
  const happenings = [...claims, ...(story?.happenings ?? [])].sort((a, b) => a.after - b.after);
  const last = Math.max(...happenings.map((one) => ("until" in one ? one.until : one.after)));
  const usual = happenings.length === 0 ? UNTIL : last + UNTIL_AFTER_THE_LAST;
  if (until !== undefined && last > until) {
    throw new Error(`${storyFile} goes on after --until, when the rehearsal has ended.`);
  }
  return {
    mentee,
    happenings,
    until: until ?? usual,
    ...(posted && { posted }),
    ...(policy && { policy: policy.policy }),
  };
}

function usable<Read extends object>(
  file: string,
  read: Read | { readonly problems: readonly string[] },
): Exclude<Read, { readonly problems: readonly string[] }> {
  if (!("problems" in read)) return read as Exclude<Read, { readonly problems: readonly string[] }>;
  const { problems } = read as { readonly problems: readonly string[] };
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  throw new Error(
    [`${file} cannot be used, because of ${count}:`, ...problems.map((line) => `  - ${line}`)].join("\n"),
  );
}
