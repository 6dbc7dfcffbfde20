import fc from "fast-check";
import { ACTS, type Act, type ActName, type Role, readAct } from "../../../domain/act.ts";
import type { MentorCheck } from "../../../domain/claim.ts";
import type { MemberId } from "../../../domain/ids.ts";
import { MAY } from "../../../domain/may.ts";
import { anyPolicy } from "./any-policy.ts";
import { CEO, COORDINATOR, EVERYBODY, MENTEE, MENTORS } from "./cast.ts";

/** Somebody sends something; what cannot be read never becomes an act. */
export interface Sent {
  readonly kind: "sent";
  readonly name: ActName;
  readonly payload: unknown;
  readonly check: MentorCheck;
}

/** One thing that may happen to a request. */
export type Event =
  | Sent
  /** One of the latest deeds arrives a second time. */
  | { readonly kind: "again"; readonly back: number }
  | { readonly kind: "time"; readonly ms: number }
  /** One of the messages goes out, or not. */
  | { readonly kind: "delivery"; readonly which: number; readonly how: How }
  /** The records can be read again. */
  | { readonly kind: "verified"; readonly check: Exclude<MentorCheck, "unknown"> };

export type How = "posted" | "nobody mentioned" | "records unknown" | "unreachable" | "overtaken";

const MINUTE = 60_000;
const DAY = 86_400_000;

const times = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 60 }).map((minutes) => minutes * MINUTE) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 8 * 24 }).map((hours) => hours * 60 * MINUTE) },
  { weight: 1, arbitrary: fc.integer({ min: 8, max: 60 }).map((days) => days * DAY) },
);

const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("When would suit you?", "  evenings  ", "I am moving house") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom("very long ".repeat(300), "😀".repeat(1500), "<!channel> *_`") },
);

const choice = fc.constantFrom(
  { id: "recSQL00000000000", name: "SQL" },
  { id: "recRUST0000000000", name: "Rust" },
  { id: "recReview00000000", name: "Code review" },
);

/** Relative to the moment at which it arrives, since that is what people mean; see `arriving`. */
const date = fc.integer({ min: -10, max: 40 }).map((days) => ({ inDays: days }));

const FIELDS: { readonly [name in ActName]?: fc.Arbitrary<Readonly<Record<string, unknown>>> } = {
  "ask-details": fc.record({ question: words }),
  agreed: fc.record({ on: date }),
  release: fc.record({ reason: words }),
  rate: fc.record({ rating: fc.integer({ min: 1, max: 5 }), comment: words }),
  "add-details": fc.record({ details: words }),
  assign: fc.record({ mentor: fc.constantFrom(...EVERYBODY) }),
  "take-away": fc.record({ reason: words }),
  "ask-mentee": fc.record({ question: words }),
  change: fc.record({ service: choice, skills: fc.array(choice, { minLength: 1, maxLength: 3 }) }),
  snooze: fc.record({ until: date }),
  "write-to-mentors": fc.record({
    mentors: fc.array(fc.constantFrom(...EVERYBODY), { minLength: 1, maxLength: 4 }),
  }),
  close: fc.record({ reason: words }),
  "apply-policy": fc.record({ policy: anyPolicy }),
};

/** Claims are what there is most of. */
const name = fc.oneof(
  { weight: 1, arbitrary: fc.constant<ActName>("claim") },
  { weight: 6, arbitrary: fc.constantFrom(...ACTS) },
);

const usual: { readonly [role in Role]: readonly MemberId[] } = {
  mentee: [MENTEE],
  mentor: MENTORS,
  coordinator: [COORDINATOR],
  ceo: [CEO],
};

const ROLES: readonly Role[] = ["mentee", "mentor", "coordinator", "ceo"];

/** Mostly who may, in the role in which they may; now and then anybody in any. */
const signer = (act: ActName) =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(...ROLES.filter((role) => MAY[act][role]))
        .chain((as) => fc.record({ as: fc.constant(as), by: fc.constantFrom(...usual[as]) })),
    },
    { weight: 1, arbitrary: fc.record({ as: fc.constantFrom(...ROLES), by: fc.constantFrom(...EVERYBODY) }) },
  );

const check: fc.Arbitrary<MentorCheck> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ enrolled: true, paused: false, full: false, separated: false }) },
  { weight: 1, arbitrary: fc.constant("unknown" as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      enrolled: fc.boolean(),
      paused: fc.boolean(),
      full: fc.boolean(),
      separated: fc.boolean(),
    }),
  },
);

const wellFormed: fc.Arbitrary<Sent> = name.chain((act) =>
  fc
    .record({ signer: signer(act), fields: FIELDS[act] ?? fc.constant({}), check, seen: fc.boolean() })
    .map(({ signer, fields, check, seen }) => {
      const pressedAt = act === "claim" || seen ? { pressedAt: { inDays: 0 } } : {};
      return { kind: "sent", name: act, payload: { ...fields, ...signer, ...pressedAt }, check };
    }),
);

/** What somebody might type into Temporal's own page: anything, or something nearly right. */
const hostile: fc.Arbitrary<Sent> = fc
  .record({
    name: fc.constantFrom(...ACTS),
    near: wellFormed,
    field: fc.constantFrom("by", "as", "on", "until", "policy", "mentors", "rating", "skills", "pressedAt", "reason"),
    value: fc.oneof(fc.jsonValue(), fc.constantFrom(1e308, -1, 8.64e15, "", null, {}, [], { toString: 1 })),
  })
  .map(({ name, near, field, value }) => {
    const payload = field === "reason" ? value : { ...(near.payload as object), [field]: value };
    return { kind: "sent", name, payload, check: "unknown" };
  });

/** Every act, by everybody, in every role. */
export const anySent: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 12, arbitrary: wellFormed },
  { weight: 1, arbitrary: hostile },
);

export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 12, arbitrary: anySent },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("again" as const), back: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("time" as const), ms: times }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("delivery" as const),
      which: fc.nat(10),
      how: fc.constantFrom<How>(
        "posted",
        "posted",
        "posted",
        "nobody mentioned",
        "records unknown",
        "unreachable",
        "overtaken",
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("verified" as const),
      check: fc.record({ enrolled: fc.boolean(), paused: fc.boolean(), full: fc.boolean(), separated: fc.boolean() }),
    }),
  },
);

/** What arrives at this moment, as the n-th deed; or what is wrong with it. */
export function arriving({ name, payload }: Sent, now: number, nth: number): Act | { readonly wrong: string } {
  return readAct(name, payloadOf(payload, now, nth));
}

/** Dates said as "in so many days" become moments, and the deed gets its id. */
export function payloadOf(payload: unknown, now: number, nth: number): unknown {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return payload;
  const fields = Object.entries(payload).map(([key, value]: [string, unknown]) => {
    const days = typeof value === "object" && value !== null && "inDays" in value ? Number(value.inDays) : undefined;
    return [key, days === undefined ? value : now + days * DAY];
  });
  return { actionId: `deed-${nth}`, ...Object.fromEntries(fields) };
}
