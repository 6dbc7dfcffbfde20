import fc from "fast-check";
import { expect, test } from "vitest";
import { isPolicy, policyProblems, policyWarnings } from "../../domain/check-policy.ts";
import { DEFAULT_POLICY, type Step } from "../../domain/policy.ts";

test("the policy that an organisation starts with has no problem, and nothing worth a second look", () => {
  expect(policyProblems(DEFAULT_POLICY)).toEqual([]);
  expect(policyWarnings(DEFAULT_POLICY)).toEqual([]);
});

type Row = Readonly<Record<string, unknown>>;

const POST: Row = { id: "post", after: "0 minutes", do: "post-to-mentors", again: "each stay" };
const REMIND: Row = { id: "remind", after: "30 days", every: "7 days", do: "remind" };
const LAPSE: Row = { id: "lapse", after: "14 days", afterSession: "14 days", do: "lapse", again: "each stay" };

const waiting = (...between: readonly Row[]) => ({ ...DEFAULT_POLICY, waiting: [POST, ...between, REMIND] });
const claimed = (...steps: readonly Row[]) => ({ ...DEFAULT_POLICY, claimed: steps });

test.each<[string, unknown, string]>([
  [
    "times that do not ascend",
    waiting({ id: "late", after: "9 days", do: "bump" }, { id: "early", after: "3 days", do: "bump" }),
    "step 3 (early): comes after a step with a later time",
  ],
  ["a deed that does not exist", waiting({ id: "shout", after: "1 day", do: "shout" }), 'there is no deed "shout"'],
  [
    "a deed of another table",
    waiting({ id: "lapse", after: "1 day", do: "lapse" }),
    '"lapse" does not belong in waiting',
  ],
  [
    "a repeat after no time",
    { ...DEFAULT_POLICY, waiting: [POST, { ...REMIND, every: "0 days" }] },
    "every is not a time of at least a minute",
  ],
  [
    "a repeat that is not the last",
    waiting({ ...REMIND, id: "more", after: "1 day" }),
    "only the last step may repeat",
  ],
  [
    "a repeat at each stay as well",
    { ...DEFAULT_POLICY, waiting: [POST, { ...REMIND, again: "each stay" }] },
    "not as well at each stay",
  ],
  ["nobody reminded in the end", { ...DEFAULT_POLICY, waiting: [POST] }, "a last step that does not repeat"],
  [
    "no post at each stay",
    { ...DEFAULT_POLICY, waiting: [{ ...POST, again: undefined }, REMIND] },
    "posts to the mentors",
  ],
  ["a time in words", waiting({ id: "soon", after: "soon", do: "bump" }), 'after is not a time such as "2 days"'],
  ["a time of a thousand years", waiting({ id: "far", after: "365000 days", do: "bump" }), "of ten years at most"],
  ["two steps with one name", waiting(POST), 'two steps called "post"'],
  ["a step without a name", waiting({ after: "1 day", do: "bump" }), "id is not a short word in lower case"],
  ["a step with something unknown", waiting({ id: "x", after: "1 day", do: "bump", who: "Ada" }), '"who" is not part'],
  ["a claim that never lapses", claimed({ ...LAPSE, do: "ask-mentor-how-it-goes" }), 'a step with do: "lapse"'],
  ["a claim that lapses once", claimed({ ...LAPSE, again: undefined }), 'and again: "each stay"'],
  ["an agreed date without an end", claimed({ ...LAPSE, afterSession: undefined }), "it would never end"],
  ["steps after the end", claimed({ ...LAPSE, id: "first" }, LAPSE), 'claimed goes on after "lapse"'],
  ["a table that is missing", { ...DEFAULT_POLICY, silent: undefined }, "silent is missing, or is not a list of steps"],
  ["an unknown part", { ...DEFAULT_POLICY, colour: "red" }, '"colour" is not part of a policy'],
  ["no name", { ...DEFAULT_POLICY, name: " " }, "name is missing"],
  [
    "too many mentions",
    { ...DEFAULT_POLICY, mentionsAtMost: 500 },
    "mentionsAtMost is not a whole number from 1 to 20",
  ],
  ["more than anybody would write", { ...DEFAULT_POLICY, name: "x".repeat(30_000) }, "longer than 20000 characters"],
  ["a list", [], "not an object"],
])("a policy with %s is refused, and says so", (_what, policy, problem) => {
  expect(policyProblems(policy).join("\n")).toContain(problem);
  expect(isPolicy(policy)).toBe(false);
});

test("every problem is named, not only the first", () => {
  const policy = { ...waiting({ id: "Shout", after: "soon", do: "shout" }), name: "", mentionsAtMost: 0 };
  expect(policyProblems(policy).length).toBe(5);
});

const asks = (id: string): Row => ({ id, after: "1 day", do: "ask-mentor-how-it-goes", again: "each stay" });

test.each<[string, unknown, string]>([
  [
    "a step of two tables",
    { ...DEFAULT_POLICY, claimed: [asks("coordinator"), LAPSE] },
    'claimed, step 1 (coordinator): waiting has a step called "coordinator" as well',
  ],
  [
    "an end before the question, once a date is agreed",
    claimed({ ...asks("met"), afterSession: "20 days" }, LAPSE),
    "its afterSession comes before that of an earlier step",
  ],
  ["a message of ours", waiting({ id: "solved", after: "1 day", do: "tell-coordinator" }), "a message of its own"],
  ["a numbered message of ours", claimed(asks("details-added-2"), LAPSE), "a message of its own"],
  ["a mention that follows a step", waiting({ id: "mention-bump-1", after: "1 day", do: "bump" }), "of its own"],
  [
    "another deed than the one that is called so",
    { ...DEFAULT_POLICY, missed: [], held: [{ ...asks("unanswered"), do: "ask-whether-it-helped" }] },
    'held, step 1 (unanswered): "unanswered" is what the programme calls a message of its own',
  ],
  [
    "a later time of the step that repeats",
    waiting({ id: "remind-2", after: "1 day", do: "tell-coordinator" }),
    'a later time of "remind"',
  ],
])("a step with the id of %s is refused, since one of the two would never be heard", (_what, policy, problem) => {
  expect(policyProblems(policy).join("\n")).toContain(problem);
});

test("a request that was given such a policy by an earlier version keeps it", () => {
  const policy = claimed(asks("coordinator"), LAPSE);
  expect(policyProblems(policy)).toHaveLength(1);
  expect(isPolicy(policy)).toBe(true);
});

test("a ladder without the CEO may be meant, but is worth a second look", () => {
  const steps = DEFAULT_POLICY.waiting.filter((step: Step) => step.do !== "tell-ceo");
  expect(policyProblems({ ...DEFAULT_POLICY, waiting: steps })).toEqual([]);
  expect(policyWarnings({ ...DEFAULT_POLICY, waiting: steps })[0]).toContain("no step that tells the CEO");
});

test("a step by another id than usual is found by no figure or no list, which is worth a second look", () => {
  const renamed = (steps: readonly Step[]) =>
    steps.map((step) => (step.do === "post-to-mentors" ? step : { ...step, id: `${step.id}-later` }));
  const policy = {
    ...DEFAULT_POLICY,
    waiting: renamed(DEFAULT_POLICY.waiting).map((step) =>
      step.id === "bump-2-later" ? { ...step, id: "again" } : step,
    ),
    claimed: renamed(DEFAULT_POLICY.claimed),
  };
  expect(policyProblems(policy)).toEqual([]);
  expect(policyWarnings(policy)).toEqual([
    'waiting (again): the figures find such a step only when its id begins with "bump".',
    'waiting (coordinator-later): the lists in Temporal find such a step only when its id is exactly "coordinator".',
    'waiting (ceo-later): the lists in Temporal find such a step only when its id is exactly "ceo".',
    'waiting (remind-later): the lists in Temporal find such a step only when its id is exactly "remind".',
    'claimed (met-later): the lists in Temporal find such a step only when its id is exactly "met".',
  ]);
});

test("whatever is given as a policy is refused or taken, and nothing is thrown", () => {
  const nearly = fc.record({
    key: fc.constantFrom(...Object.keys(DEFAULT_POLICY)),
    value: fc.oneof(
      fc.jsonValue(),
      fc.array(fc.dictionary(fc.constantFrom("id", "after", "do", "every"), fc.jsonValue())),
    ),
  });
  const hostile = fc.constant({
    ...DEFAULT_POLICY,
    waiting: [{ id: { toString: 1 }, do: { toString: 1 } }, { id: {} }],
  });
  const given = fc.oneof(
    fc.jsonValue(),
    nearly.map(({ key, value }) => ({ ...DEFAULT_POLICY, [key]: value })),
    hostile,
  );
  fc.assert(
    fc.property(given, (policy) => {
      const problems = policyProblems(policy);
      if (problems.length === 0) expect(isPolicy(policy)).toBe(true);
      if (!isPolicy(policy)) expect(problems).not.toEqual([]);
      policyWarnings(policy);
    }),
    { numRuns: 2000 },
  );
});
