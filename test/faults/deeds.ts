import { setTimeout as delay } from "node:timers/promises";
import { isGrpcDeadlineError, type WorkflowHandle } from "@temporalio/client";
import type { Act, ActName } from "../../domain/act.ts";
import { DAY } from "../../domain/duration.ts";
import { actionId, type MemberId, memberId, type RequestId, recordId, requestId } from "../../domain/ids.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import type { Choice, MentorRequest, NewRequest } from "../../domain/request.ts";
import type { OneMachine } from "../../local/one-machine.ts";
import type { Person } from "../../local/seed/cast.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { MENTOR_REQUEST, REQUEST_QUERY, startOfRequest } from "../../workflows/contract.ts";
import { type Chance, oneOf, shuffled } from "./seeded.ts";

/** They ask; nobody of the cast would ask so often. */
export const ASKERS: readonly Person[] = Array.from({ length: 20 }, (_, i) => ({
  id: `U0ASKER${i + 1}`,
  name: `asker-${i + 1}`,
  realName: `Asker ${i + 1}`,
  timeZone: "Europe/Berlin",
}));

/** Mentors who may hold as many requests as they like. */
const MENTORS = ["U0ADA", "U0BETTY", "U0DENIS", "U0FRAN"].map(memberId);

/** What people do with a request after it was opened, one thing after the other. */
const LIVES: readonly (readonly ActName[])[] = [
  [],
  ["add-details"],
  ["claim"],
  ["claim", "agreed"],
  ["claim", "release"],
  ["claim", "release", "claim"],
  ["claim", "take-away"],
  ["claim", "held"],
  ["claim", "held", "rate"],
  ["withdraw"],
  ["claim", "withdraw"],
  ["close"],
];

const LOOK_EVERY_MS = 250;

/** Something that somebody does: they open a request, or act on it. It is over when it was decided what becomes of it. */
type Deed = () => Promise<unknown>;

interface Doings {
  readonly ids: readonly RequestId[];
  /** Those of different requests are mixed, and may be begun without waiting for each other. */
  readonly deeds: readonly Deed[];
}

/** So many requests, opened, claimed, given back, withdrawn, finished, straight through Temporal. */
export function deedsOf(machine: OneMachine, { chance, requests }: { chance: Chance; requests: number }): Doings {
  const { workflow } = machine.client;
  const services = choicesIn(machine, "Services");
  const skills = choicesIn(machine, "Skillsets");
  const lives = Array.from({ length: requests }, (_, n) => {
    const mentee = memberId(ASKERS[n % ASKERS.length]?.id ?? "");
    const details = `What I am stuck with, number ${n + 1}`;
    const asked = { service: oneOf(chance, services), skills: shuffled(chance, skills).slice(0, 2), details };
    const id = requestId(`request-under-faults-${n + 1}`);
    const opened: NewRequest = { id, mentee, asked, policy: DEFAULT_POLICY };
    const mentor = oneOf(chance, MENTORS);
    const acts = (LIVES[n % LIVES.length] ?? []).map((name, nth) => actOf(name, { nth, mentee, mentor, chance }));
    return { opened, acts };
  });
  const inOrder = lives.map(({ opened, acts }) =>
    oneAfterTheOther([
      () => workflow.start(MENTOR_REQUEST, startOfRequest(opened)),
      ...acts.map((act) => () => carriedOut(workflow.getHandle(opened.id), act)),
    ]),
  );
  return { ids: lives.map(({ opened }) => opened.id), deeds: mixed(chance, inOrder) };
}

async function carriedOut(request: WorkflowHandle, act: Act): Promise<void> {
  await request.signal(act.do, act);
  while (!(await heardBy(request)).includes(act.actionId)) await delay(LOOK_EVERY_MS);
}

/** A worker that has much to do may not answer in time: it is asked again. */
async function heardBy(request: WorkflowHandle): Promise<MentorRequest["heard"]> {
  try {
    return (await request.query<MentorRequest>(REQUEST_QUERY)).heard;
  } catch (error) {
    if (!isGrpcDeadlineError(error)) throw error;
    return [];
  }
}

/** Each waits for the one before, however early it is begun. */
function oneAfterTheOther(deeds: readonly Deed[]): readonly Deed[] {
  let before: Promise<unknown> = Promise.resolve();
  return deeds.map((deed) => () => {
    before = before.then(deed);
    return before;
  });
}

function mixed(chance: Chance, sequences: readonly (readonly Deed[])[]): readonly Deed[] {
  const turns = shuffled(
    chance,
    sequences.flatMap((deeds, n) => deeds.map(() => n)),
  );
  const left = sequences.map((deeds) => [...deeds]);
  return turns.flatMap((n) => left[n]?.shift() ?? []);
}

interface Circumstances {
  readonly nth: number;
  readonly mentee: MemberId;
  readonly mentor: MemberId;
  readonly chance: Chance;
}

function actOf(name: ActName, { nth, mentee, mentor, chance }: Circumstances): Act {
  const signed = (by: MemberId, as: Act["as"]) => ({ by, as, actionId: actionId(`deed-${nth}`) });
  switch (name) {
    case "claim":
      return { do: name, ...signed(mentor, "mentor"), by: mentor, pressedAt: Date.now() };
    case "agreed":
      return { do: name, ...signed(mentor, "mentor"), on: Date.now() + DAY };
    case "release":
      return { do: name, ...signed(mentor, "mentor"), reason: "I am moving house" };
    case "held":
      return { do: name, ...signed(mentor, "mentor") };
    case "rate":
      return { do: name, ...signed(mentee, "mentee"), rating: 3 + Math.floor(3 * chance()), comment: "So it was" };
    case "add-details":
      return { do: name, ...signed(mentee, "mentee"), details: "Evenings suit me" };
    case "withdraw":
      return { do: name, ...signed(mentee, "mentee") };
    case "take-away":
      return { do: name, ...signed(memberId("U0CORA"), "coordinator"), reason: "not heard of" };
    case "close":
      return { do: name, ...signed(memberId("U0CORA"), "coordinator"), reason: "solved elsewhere" };
    default:
      throw new Error(`Nobody does ${name} here.`);
  }
}

function choicesIn({ airtable }: OneMachine, table: string): readonly Choice[] {
  const { rows } = airtable.table(LOCAL.airtableBase, table);
  return rows().map(({ id, fields }) => ({ id: recordId(id), name: String(fields.Name) }));
}
