import { isPolicy } from "./check-policy.ts";
import { fieldsOf } from "./fields-of.ts";
import { type ActionId, isActionId, isMemberId, isRecordId, type MemberId } from "./ids.ts";
import type { Policy } from "./policy.ts";
import type { Choice } from "./request.ts";
import { shortened } from "./shortened.ts";

/** In which capacity somebody acts. The gateway works it out; `may.ts` says what it allows. */
export type Role = "mentee" | "mentor" | "coordinator" | "ceo";

/** Who did something, in which role, and which deed of theirs it was. */
interface Signed {
  readonly by: MemberId | "temporal";
  readonly as: Role;
  readonly actionId: ActionId;
  /** When a button was pressed, in milliseconds of real time: whoever is refused is told while they still look. */
  readonly pressedAt?: number;
  /** It was pressed in a direct message, or sent with a form. */
  readonly privately?: true;
}

/** Everything that a person can do to a request, and what they say with it. */
interface Said {
  // A mentor
  claim: { readonly by: MemberId; readonly pressedAt: number };
  pass: { readonly by: MemberId };
  "ask-details": { readonly question: string };
  agreed: { readonly on: number };
  held: object;
  "did-not-come": object;
  wrote: object;
  release: { readonly reason: string };
  // The mentee
  met: object;
  "not-yet": object;
  "mentor-never-wrote": object;
  "still-wanted": object;
  rate: { readonly rating: number; readonly comment: string };
  "another-mentor": object;
  "add-details": { readonly details: string };
  withdraw: object;
  // The coordinator, some of it the CEO as well
  assign: { readonly mentor: MemberId; readonly why?: string };
  "take-away": { readonly reason: string };
  bump: { readonly why?: string };
  "ask-mentee": { readonly question: string };
  change: { readonly service: Choice; readonly skills: readonly Choice[]; readonly why?: string };
  snooze: { readonly until: number; readonly why?: string };
  escalate: { readonly why?: string };
  "write-to-mentors": { readonly mentors: readonly MemberId[]; readonly why?: string };
  close: { readonly reason: string };
  "apply-policy": { readonly policy: Policy };
}

export type ActName = keyof Said;

/** One act, by its name. */
export type ActOf<Name extends ActName> = Name extends ActName ? Signed & { readonly do: Name } & Said[Name] : never;

export type Act = ActOf<ActName>;

type Reader<Value> = (value: unknown) => Value | undefined;
type Shape<Fields> = { readonly [field in keyof Fields]-?: Reader<Fields[field]> };

const WORDS_AT_MOST = 2000;
/** The end of the year 9999: a later moment cannot be written down everywhere. */
const LATEST = 253_402_300_799_999;

const words: Reader<string> = (value) =>
  typeof value === "string" && value.trim() !== "" ? shortened(value.trim(), WORDS_AT_MOST) : undefined;
const fewWords: Reader<string> = (value) => {
  const all = words(value);
  return all === undefined ? undefined : shortened(all, 500);
};
const someWords: Reader<string> = (value) => (value === undefined || value === "" ? "" : words(value));
/** Nothing when there are no words: an act is never refused for want of a reason. */
const why: Reader<string> = (value) => fewWords(value) ?? "";
const time: Reader<number> = (value) =>
  typeof value === "number" && value >= 0 && value <= LATEST ? Math.floor(value) : undefined;
const member: Reader<MemberId> = (value) => (isMemberId(value) ? value : undefined);
const rating: Reader<number> = (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 5 ? value : undefined;
const policy: Reader<Policy> = (value) => (isPolicy(value) ? value : undefined);
const choice: Reader<Choice> = (value) => {
  const { id, name } = fieldsOf(value);
  return isRecordId(id) && typeof name === "string" && name !== "" ? { id, name: shortened(name, 200) } : undefined;
};

function several<Value>(read: Reader<Value>, atMost: number): Reader<readonly Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > atMost) return undefined;
    const all = value.map(read).filter((one) => one !== undefined);
    return all.length === value.length ? all : undefined;
  };
}

const SHAPES: { readonly [name in ActName]: Shape<Omit<Said[name], "by">> } = {
  claim: { pressedAt: time },
  pass: {},
  "ask-details": { question: words },
  agreed: { on: time },
  held: {},
  "did-not-come": {},
  wrote: {},
  release: { reason: fewWords },
  met: {},
  "not-yet": {},
  "mentor-never-wrote": {},
  "still-wanted": {},
  rate: { rating, comment: someWords },
  "another-mentor": {},
  "add-details": { details: words },
  withdraw: {},
  assign: { mentor: member, why },
  "take-away": { reason: fewWords },
  bump: { why },
  "ask-mentee": { question: words },
  change: { service: choice, skills: several(choice, 50), why },
  snooze: { until: time, why },
  escalate: { why },
  "write-to-mentors": { mentors: several(member, 20), why },
  close: { reason: fewWords },
  "apply-policy": { policy },
};

export const ACTS = Object.keys(SHAPES) as readonly ActName[];

/** What arrived as a signal, as an act; or what is wrong with it. Anybody can type a signal into Temporal's own page. */
export function readAct(name: ActName, payload: unknown): Act | { readonly wrong: string } {
  const given = fieldsOf(payload);
  const { by, as, actionId, pressedAt, privately } = given;
  if (!isMemberId(by)) return { wrong: "by is not a Slack member id" };
  if (!isRole(as)) return { wrong: "as is not mentee, mentor, coordinator or ceo" };
  if (!isActionId(actionId)) return { wrong: "actionId is missing" };
  const pressed = time(pressedAt);
  const where = privately === true ? { privately } : {};
  const signed = { by, as, actionId, ...(pressed !== undefined && { pressedAt: pressed }), ...where };
  const read = Object.entries<Reader<unknown>>(SHAPES[name]).map(([field, reader]) => [field, reader(given[field])]);
  const missing = read.filter(([, value]) => value === undefined).map(([field]) => field);
  if (missing.length > 0) return { wrong: `${missing.join(", ")} is missing or malformed` };
  return { do: name, ...signed, ...Object.fromEntries(read) } as Act;
}

function isRole(value: unknown): value is Role {
  return value === "mentee" || value === "mentor" || value === "coordinator" || value === "ceo";
}
