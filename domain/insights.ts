import { DAY } from "./duration.ts";

/** A request as the records hold it, by names that people read. Moments are in milliseconds. */
export interface RequestFigures {
  readonly id: string;
  readonly mentee: string;
  readonly skills: readonly string[];
  readonly status: string;
  readonly openedAt: number;
  /** Their ids. */
  readonly stepsDone: readonly string[];
}

/** One mentor on one request. */
export interface PairingFigures {
  readonly request: string;
  readonly mentee: string;
  readonly mentor: string;
  readonly from: number;
  readonly ended?: string;
  readonly rating?: number;
}

interface MentorFigures {
  readonly active: boolean;
  readonly skills: readonly string[];
}

export interface Figures {
  readonly requests: readonly RequestFigures[];
  readonly pairings: readonly PairingFigures[];
  readonly mentors: readonly MentorFigures[];
}

/** What the programme has done since a moment, in figures. */
export interface Insights {
  readonly requests: number;
  readonly openNow: number;
  /** By month, "2026-03", the oldest first; months without any are in it. */
  readonly byMonth: readonly { readonly month: string; readonly requests: number }[];
  /** Of the requests that were claimed, in days from the form to the first claim. */
  readonly daysToClaim: { readonly claimed: number; readonly median?: number; readonly percentile90?: number };
  /** Within so many days three of four requests are claimed; absent when they are not, or when there are too few to say. */
  readonly usualWait?: number;
  /** The share of all requests that needed it, from 0 to 1. */
  readonly needed: { readonly bump: number; readonly coordinator: number; readonly ceo: number };
  /** Most first. */
  readonly asked: readonly { readonly mentee: string; readonly requests: number }[];
  readonly paired: readonly PairingFigures[];
  /** Asked for most first; `mentors` are those who are active. */
  readonly skills: readonly { readonly skill: string; readonly asked: number; readonly mentors: number }[];
}

export function insightsOf({ requests: all, pairings, mentors }: Figures, since: number, now: number): Insights {
  const requests = all.filter(({ openedAt }) => openedAt >= since);
  const ids = new Set(requests.map(({ id }) => id));
  const paired = pairings.filter(({ request }) => ids.has(request));
  const waits = requests
    .map(({ id, openedAt }) => firstClaim(paired, id) - openedAt)
    .filter(Number.isFinite)
    .map((ms) => ms / DAY)
    .sort((a, b) => a - b);
  const share = (step: RegExp) => {
    const some = requests.filter(({ stepsDone }) => stepsDone.some((one) => step.test(one))).length;
    return requests.length === 0 ? 0 : some / requests.length;
  };
  return {
    requests: requests.length,
    openNow: all.filter(({ status }) => ["waiting", "claimed", "held"].includes(status)).length,
    byMonth: byMonth(requests, now),
    daysToClaim: { claimed: waits.length, ...quantiles(waits) },
    ...usualWait(waits, requests.filter((one) => isLongUnclaimed(one, paired, now)).length),
    needed: { bump: share(/^bump/), coordinator: share(/^coordinator/), ceo: share(/^ceo/) },
    asked: counted(requests.map(({ mentee }) => mentee)).map(([mentee, times]) => ({ mentee, requests: times })),
    paired,
    skills: skillFigures(requests, mentors),
  };
}

const LISTED = 10;

/** The same with lists that fit onto a screen: the first of each, and the last pairings. */
export function inShort(insights: Insights): Insights {
  return {
    ...insights,
    byMonth: insights.byMonth.slice(-LISTED),
    asked: insights.asked.slice(0, LISTED),
    paired: insights.paired.toSorted((a, b) => a.from - b.from).slice(-LISTED),
    skills: insights.skills.slice(0, LISTED),
  };
}

function firstClaim(pairings: readonly PairingFigures[], request: string): number {
  return Math.min(...pairings.filter((one) => one.request === request).map(({ from }) => from));
}

/** So few do not say what is usual. */
const ENOUGH = 8;

/** Whoever has waited this long without a mentor counts; who has just asked says nothing yet. */
function isLongUnclaimed({ id, status, openedAt }: RequestFigures, paired: readonly PairingFigures[], now: number) {
  return status === "waiting" && now - openedAt > 7 * DAY && !Number.isFinite(firstClaim(paired, id));
}

function usualWait(waits: readonly number[], unclaimed: number): Pick<Insights, "usualWait"> {
  const all = waits.length + unclaimed;
  const within = waits[Math.ceil(0.75 * all) - 1];
  return all < ENOUGH || within === undefined ? {} : { usualWait: within };
}

/** Of sorted numbers, the smallest that so many of them do not exceed: https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method */
function quantiles(sorted: readonly number[]) {
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  const [median, percentile90] = [at(0.5), at(0.9)];
  return median === undefined || percentile90 === undefined ? {} : { median, percentile90 };
}

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

function byMonth(requests: readonly RequestFigures[], now: number): Insights["byMonth"] {
  const first = Math.min(...requests.map(({ openedAt }) => openedAt));
  if (!Number.isFinite(first)) return [];
  const months: string[] = [];
  for (let at = Date.parse(`${monthOf(first)}-01`); at <= now; at = nextMonth(at)) months.push(monthOf(at));
  return months.map((month) => ({
    month,
    requests: requests.filter(({ openedAt }) => monthOf(openedAt) === month).length,
  }));
}

function nextMonth(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

function skillFigures(requests: readonly RequestFigures[], mentors: readonly MentorFigures[]): Insights["skills"] {
  const having = (skill: string) => mentors.filter(({ active, skills }) => active && skills.includes(skill)).length;
  return counted(requests.flatMap(({ skills }) => skills)).map(([skill, asked]) => ({
    skill,
    asked,
    mentors: having(skill),
  }));
}

/** How often each stands there, most first, then by the alphabet. */
function counted(words: readonly string[]): readonly (readonly [string, number])[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
