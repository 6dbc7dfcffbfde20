import { calendarProblems } from "./calendar.ts";
import { idProblems, type NamedRow } from "./check-step-ids.ts";
import { DAY, milliseconds } from "./duration.ts";
import { DEEDS, type Deed, type Policy, TABLES_OF_STEPS, type Table } from "./policy.ts";

/** Which deeds make sense in which table. */
const BELONGS: { readonly [table in Table]: readonly Deed[] } = {
  waiting: ["post-to-mentors", "send-receipt", "acknowledge-mentee", "bump", "tell-coordinator", "tell-ceo", "remind"],
  claimed: ["ask-mentor-how-it-goes", "ask-both-whether-they-met", "lapse"],
  missed: ["close-unanswered"],
  silent: ["lapse"],
  held: ["ask-whether-it-helped", "complete"],
};

/** The step without which a request would stay in this table for ever. */
const ENDS: { readonly [table in Table]?: Deed } = {
  claimed: "lapse",
  missed: "close-unanswered",
  silent: "lapse",
  held: "complete",
};

/** Longer waits than ten years are a slip of the hand, and dates behind them cannot be written down everywhere. */
const LONGEST = 3650 * DAY;

/** A policy travels with each request, and is part of its state. In characters of JSON. */
const SIZE_AT_MOST = 20_000;

type Fields = Readonly<Record<string, unknown>>;

/** Everything that is wrong with a policy, a sentence each; nothing when it can be used. Takes anything at all. */
export function policyProblems(value: unknown): readonly string[] {
  return [...formProblems(value), ...idProblems(namedRows(value)), ...sessionProblems(value)];
}

/** Once a date is agreed, only these times count: who is asked after the end is not asked. */
function sessionProblems(value: unknown): readonly string[] {
  const steps = isObject(value) ? stepsOf(value, "claimed") : [];
  const timed = steps.flatMap(({ step, where }) => {
    const after = duration(step.afterSession);
    return after === undefined ? [] : [{ after, where }];
  });
  return timed.flatMap(({ after, where }, i) => {
    const before = timed[i - 1];
    return before && after < before.after ? [`${where}: its afterSession comes before that of an earlier step.`] : [];
  });
}

/**
 * Whether it has the form of one. Ids that clash, and times after a session, are no matter here: requests that run have
 * taken such a policy from an earlier version, and when their history is replayed it has to be taken again.
 */
export const isPolicy = (value: unknown): value is Policy => formProblems(value).length === 0;

function formProblems(value: unknown): readonly string[] {
  if (!isObject(value)) return ["The policy is not an object with a name and the tables of steps."];
  const known = [
    "name",
    "calendar",
    "mentorsNeedApproval",
    "mentionsAtMost",
    "requestsAtMost",
    "enoughWithAllSkills",
    ...TABLES_OF_STEPS,
  ];
  return [
    ...Object.keys(value)
      .filter((key) => !known.includes(key))
      .map((key) => `"${key}" is not part of a policy; its parts are ${known.join(", ")}.`),
    ...(typeof value.name === "string" && value.name.trim() !== "" ? [] : ["name is missing."]),
    ...calendarProblems(value.calendar),
    ...(typeof value.mentorsNeedApproval === "boolean" ? [] : ["mentorsNeedApproval is neither true nor false."]),
    ...numberProblems(value, "mentionsAtMost", { from: 1, to: 20 }),
    ...numberProblems(value, "requestsAtMost", { from: 1, to: 100 }),
    ...numberProblems(value, "enoughWithAllSkills", { from: 0, to: 20 }),
    ...TABLES_OF_STEPS.flatMap((table) => tableProblems(table, value[table])),
    ...(JSON.stringify(value).length > SIZE_AT_MOST ? [`The policy is longer than ${SIZE_AT_MOST} characters.`] : []),
  ];
}

/** What may be meant, but is worth a second look. */
export function policyWarnings(value: unknown): readonly string[] {
  const steps = isObject(value) ? [...stepsOf(value, "waiting"), ...stepsOf(value, "claimed")] : [];
  const tellsCeo = steps.some(({ step }) => step.do === "tell-ceo");
  return [
    ...(tellsCeo
      ? []
      : ["waiting has no step that tells the CEO: a request that nobody claims stays with the coordinator."]),
    ...steps.flatMap(({ step, table }) => {
      const usual = typeof step.id === "string" && isDeed(step.do) ? FOUND_AS[step.do] : undefined;
      return usual && !usual.id.test(String(step.id)) ? [`${table}${name(step)}: ${usual.otherwise}`] : [];
    }),
  ];
}

const listed = (id: string) => ({
  id: new RegExp(`^${id}$`),
  otherwise: `the lists in Temporal find such a step only when its id is exactly "${id}".`,
});

/** By which ids steps are found: by the figures (`insightsOf`), and in Temporal's lists by their whole ids. */
const FOUND_AS: { readonly [deed in Deed]?: { readonly id: RegExp; readonly otherwise: string } } = {
  bump: { id: /^bump/, otherwise: 'the figures find such a step only when its id begins with "bump".' },
  "tell-coordinator": listed("coordinator"),
  "tell-ceo": listed("ceo"),
  remind: listed("remind"),
  "ask-both-whether-they-met": listed("met"),
};

function numberProblems(value: Fields, name: string, { from, to }: { from: number; to: number }): readonly string[] {
  const number = value[name];
  if (typeof number === "number" && Number.isInteger(number) && number >= from && number <= to) return [];
  return [`${name} is not a whole number from ${from} to ${to}.`];
}

function tableProblems(table: Table, value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [`${table} is missing, or is not a list of steps.`];
  const steps = value.map((step: unknown) => (isObject(step) ? step : {}));
  const ids = steps.map(({ id }) => id);
  const times = steps.map(({ after }) => duration(after));
  const end = ENDS[table];
  return [
    ...steps.flatMap((step, i) => stepProblems(table, `${table}, step ${i + 1}${name(step)}`, step)),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${table} has two steps called ${JSON.stringify(id)}.`),
    ...times.flatMap((time, i) => {
      const before = times[i - 1];
      const descends = time !== undefined && before !== undefined && time < before;
      return descends ? [`${table}, step ${i + 1}${name(steps[i] ?? {})}: comes after a step with a later time.`] : [];
    }),
    ...steps.flatMap((step, i) =>
      step.every !== undefined && i < steps.length - 1
        ? [`${table}, step ${i + 1}${name(step)}: only the last step may repeat.`]
        : [],
    ),
    ...(table === "waiting" && !steps.some((step) => step.do === "post-to-mentors" && step.again === "each stay")
      ? ['waiting has no step that posts to the mentors at each stay (do: "post-to-mentors", again: "each stay").']
      : []),
    ...(table === "waiting" && steps.at(-1)?.every === undefined
      ? ['waiting has a last step that does not repeat (every: "7 days"): after it nobody would be reminded any more.']
      : []),
    ...(end ? endProblems(table, end, steps) : []),
  ];
}

/** What has no id is told of elsewhere. */
function namedRows(value: unknown): readonly NamedRow[] {
  if (!isObject(value)) return [];
  return TABLES_OF_STEPS.flatMap((table) => stepsOf(value, table)).flatMap(({ step, table, where }) =>
    typeof step.id === "string" ? [{ table, where, id: step.id, do: step.do, repeats: step.every !== undefined }] : [],
  );
}

function stepsOf(policy: Fields, table: Table) {
  const rows: unknown = policy[table];
  const steps = Array.isArray(rows) ? rows.map((step: unknown) => (isObject(step) ? step : {})) : [];
  return steps.map((step, i) => ({ step, table, where: `${table}, step ${i + 1}${name(step)}` }));
}

/** A stay that ends by itself does so at its last step, whatever was agreed. */
function endProblems(table: Table, end: Deed, steps: readonly Fields[]): readonly string[] {
  const last = steps.at(-1) ?? {};
  return [
    ...(last.do === end && last.again === "each stay"
      ? []
      : [`${table} does not end with a step with do: "${end}" and again: "each stay", so that it might never end.`]),
    ...(table === "claimed" && last.afterSession === undefined
      ? [`${table} does not end with a step with afterSession: once a date is agreed, it would never end.`]
      : []),
    ...(table !== "claimed" && steps.some((step) => step.afterSession !== undefined)
      ? [`${table} has a step with afterSession: dates are agreed only in claimed.`]
      : []),
    ...steps.slice(0, -1).flatMap((step) => (step.do === end ? [`${table} goes on after "${end}"${name(step)}.`] : [])),
  ];
}

function stepProblems(table: Table, where: string, step: Fields): readonly string[] {
  const known = ["id", "after", "afterSession", "every", "do", "again"];
  const every = duration(step.every);
  return [
    ...Object.keys(step)
      .filter((key) => !known.includes(key))
      .map((key) => `${where}: "${key}" is not part of a step; its parts are ${known.join(", ")}.`),
    ...(typeof step.id === "string" && /^[a-z][a-z0-9-]{0,39}$/.test(step.id)
      ? []
      : [`${where}: id is not a short word in lower case.`]),
    ...(duration(step.after) === undefined
      ? [`${where}: after is not a time such as "2 days", of ten years at most.`]
      : []),
    ...(step.afterSession !== undefined && duration(step.afterSession) === undefined
      ? [`${where}: afterSession is not a time such as "1 day", of ten years at most.`]
      : []),
    ...(step.every !== undefined && (every === undefined || every === 0)
      ? [`${where}: every is not a time of at least a minute, such as "7 days".`]
      : []),
    ...(step.every !== undefined && (table !== "waiting" || step.again !== undefined)
      ? [`${where}: a step repeats (every) only in waiting, and not as well at each stay (again).`]
      : []),
    ...(isDeed(step.do)
      ? []
      : [`${where}: there is no deed ${JSON.stringify(step.do)}; there are ${DEEDS.join(", ")}.`]),
    ...(isDeed(step.do) && !BELONGS[table].includes(step.do)
      ? [`${where}: "${step.do}" does not belong in ${table}.`]
      : []),
    ...(step.again === undefined || step.again === "each stay" ? [] : [`${where}: again can only be "each stay".`]),
  ];
}

const name = ({ id }: Fields): string => (typeof id === "string" ? ` (${id})` : "");

const isDeed = (value: unknown): value is Deed => DEEDS.some((deed) => deed === value);

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function duration(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  try {
    const time = milliseconds(value);
    return time <= LONGEST ? time : undefined;
  } catch {
    return undefined;
  }
}
