import { randomUUID } from "node:crypto";
import { Client, Connection, type WorkflowHandle } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import type { Activities } from "../../activities/index.ts";
import type { Catalogue } from "../../domain/catalogue.ts";
import type { Enrolment, Wish } from "../../domain/enrolment.ts";
import { insightsOf } from "../../domain/insights.ts";
import { DEFAULT_POLICY } from "../../domain/policy.ts";
import {
  CONFIGURE_SIGNAL,
  FIGURES_AGAIN_SIGNAL,
  POLICY_SIGNAL,
  PROGRAMME,
  PROGRAMME_QUERY,
  type ProgrammeState,
  QUESTION_SIGNAL,
  RECONCILE_RECORDS,
  REFRESH_SIGNAL,
} from "../../workflows/contract.ts";
import {
  APPROVAL_SIGNAL,
  ENROLMENT_QUERY,
  MENTOR_ENROLMENT,
  MENTOR_ON_RECORD,
  WISH_SIGNAL,
} from "../../workflows/enrolment-contract.ts";
import { ADA, aRequest, BOB, record } from "../domain/a-request.ts";
import { eventually } from "../story/story.ts";

type Handle = WorkflowHandle<() => Promise<unknown>>;

/** What a workflow that is no request does, as far as it goes here; it need not come to an end. */
export interface OtherLife {
  readonly name: string;
  readonly workflow: string;
  readonly input?: unknown;
  readonly activities: Partial<Activities>;
  readonly play: (handle: Handle) => Promise<void>;
}

const { asked } = aRequest();
const PROFILE = { skills: asked.skills, services: [], bio: "I like compilers.", maxMentees: 2 };
const CATALOGUE: Catalogue = { services: [asked.service], skills: asked.skills, affiliations: [] };
const PEOPLE = { coordinator: "U0CORA", coordinators: ["U0CORA"], ceo: "U0GRACE", mentorsChannel: "C0MENTORS" };
const nothing = async () => undefined;
const endOf = async (handle: Handle) => void (await handle.result());

const enrolling: Partial<Activities> = {
  recordMentor: async () => ({ wasActive: false }),
  tellVolunteer: nothing,
  askForApproval: nothing,
  inviteMentor: nothing,
  announceMentor: nothing,
  pauseMentor: nothing,
  deactivateMentor: async () => ({ wasActive: true }),
  tellOfLeaving: nothing,
  tellOfRefusedInvitation: nothing,
};

async function wishes(handle: Handle, wish: Wish, isSo: (enrolment: Enrolment) => boolean): Promise<void> {
  await handle.signal(WISH_SIGNAL, { wish, actionId: randomUUID() });
  await is(handle, ENROLMENT_QUERY, isSo);
}

const is = <State>(handle: Handle, query: string, look: (state: State) => boolean) =>
  eventually(async () => (look(await handle.query<State>(query)) ? true : undefined), "it to be as expected", 30_000);

const standsAs =
  (standing: Enrolment["standing"]) =>
  (enrolment: Enrolment): boolean =>
    enrolment.standing === standing;

const holds =
  (look: (state: ProgrammeState) => unknown) =>
  (state: ProgrammeState): boolean =>
    Boolean(look(state));

const everythingToDo: Partial<Activities> = {
  findMentorsByEmail: async () => [record("Unknown")],
  compareRecords: async () => ({
    typed: [{ row: record("Typed"), mentee: BOB, service: asked.service.id, skills: [], details: "By hand." }],
    incomplete: [{ row: record("Half"), lacks: ["Service"] }],
    claims: [{ request: aRequest().id, mentor: ADA }],
    drifted: [{ request: aRequest().id, open: true, columns: ["Status"], noClaim: "several" }],
    twice: [aRequest().id],
    pairingsTwice: [`${aRequest().id} 1`],
    gone: [{ mentor: ADA, request: aRequest().id }],
    unusable: [{ row: record("Mentor"), why: "no-slack-id" }],
    renamed: [{ table: "Mentors", column: "Active", today: "Is active" }],
  }),
  startTypedRequest: async () => aRequest().id,
  giveAsRecorded: nothing,
  putRight: nothing,
  tellReconciled: nothing,
};

const nothingToDo: Partial<Activities> = {
  findMentorsByEmail: async () => [],
  compareRecords: async () => ({ typed: [], incomplete: [], claims: [], drifted: [], twice: [], gone: [] }),
};

export const OTHER_LIVES: readonly OtherLife[] = [
  {
    name: "enrolment accepted, a break, left",
    workflow: MENTOR_ENROLMENT,
    input: { member: ADA, approval: true },
    activities: enrolling,
    async play(handle) {
      await wishes(handle, { kind: "profile", profile: PROFILE }, standsAs("waiting-for-approval"));
      await handle.signal(APPROVAL_SIGNAL, { approved: true, by: "U0CORA" });
      await is(handle, ENROLMENT_QUERY, standsAs("enrolled"));
      await wishes(handle, { kind: "pause", until: 4e12 }, ({ pausedUntil }) => pausedUntil !== undefined);
      await wishes(handle, { kind: "leave" }, standsAs("left"));
    },
  },
  {
    name: "enrolment declined",
    workflow: MENTOR_ENROLMENT,
    input: { member: ADA, approval: true },
    activities: enrolling,
    async play(handle) {
      await wishes(handle, { kind: "profile", profile: PROFILE }, standsAs("waiting-for-approval"));
      await handle.signal(APPROVAL_SIGNAL, { approved: false, by: "U0CORA" });
      await is(handle, ENROLMENT_QUERY, standsAs("declined"));
    },
  },
  {
    name: "enrolment of a mentor who is there already",
    workflow: MENTOR_ENROLMENT,
    input: { member: ADA, approval: true },
    activities: { ...enrolling, recordMentor: async () => ({ wasActive: true }) },
    play: (handle) => wishes(handle, { kind: "profile", profile: PROFILE }, standsAs("enrolled")),
  },
  {
    name: "enrolment without approval, in an earlier version that recorded once",
    workflow: MENTOR_ENROLMENT,
    input: { member: ADA, approval: false },
    activities: enrolling,
    play: (handle) => wishes(handle, { kind: "profile", profile: PROFILE }, standsAs("enrolled")),
  },
  {
    name: "enrolment without approval",
    workflow: MENTOR_ENROLMENT,
    input: { member: ADA, approval: false },
    activities: enrolling,
    play: (handle) => wishes(handle, { kind: "profile", profile: PROFILE }, standsAs("enrolled")),
  },
  {
    name: "enrolment of somebody who cannot be invited",
    workflow: MENTOR_ENROLMENT,
    input: { member: ADA, approval: false },
    activities: { ...enrolling, inviteMentor: async () => "ura_max_channels" },
    play: (handle) => wishes(handle, { kind: "profile", profile: PROFILE }, standsAs("enrolled")),
  },
  {
    name: "enrolment of somebody who cannot be invited, in an earlier version that told nobody",
    workflow: MENTOR_ENROLMENT,
    input: { member: ADA, approval: false },
    activities: { ...enrolling, inviteMentor: async () => "ura_max_channels" },
    play: (handle) => wishes(handle, { kind: "profile", profile: PROFILE }, standsAs("enrolled")),
  },
  {
    name: "enrolment with a break that is ended, left, the coordinator told",
    workflow: MENTOR_ENROLMENT,
    input: { member: ADA, approval: true },
    activities: enrolling,
    async play(handle) {
      await wishes(handle, { kind: "pause", until: 4e12 }, ({ pausedUntil }) => pausedUntil !== undefined);
      await wishes(handle, { kind: "resume" }, ({ pausedUntil }) => pausedUntil === undefined);
      await wishes(handle, { kind: "leave" }, standsAs("left"));
    },
  },
  {
    name: "what the records say of a mentor",
    workflow: MENTOR_ON_RECORD,
    input: { member: ADA },
    activities: { readMentor: async () => ({ active: true, skills: [], services: [], bio: "" }) },
    play: endOf,
  },
  {
    name: "programme",
    workflow: PROGRAMME,
    input: { people: PEOPLE, policy: DEFAULT_POLICY },
    activities: {
      readCatalogue: async () => CATALOGUE,
      readInsights: async () => insightsOf({ requests: [], pairings: [], mentors: [] }, 0, Date.now()),
      passOnQuestion: nothing,
    },
    async play(handle) {
      const first = await eventually(async () => {
        const { insights } = await handle.query<ProgrammeState>(PROGRAMME_QUERY);
        return insights?.at;
      }, "the figures");
      await handle.signal(QUESTION_SIGNAL, { from: BOB, text: "Is this free?", actionId: "question-1" });
      await handle.signal(CONFIGURE_SIGNAL, { ...PEOPLE, conductContact: "U0CORA" });
      await handle.signal(POLICY_SIGNAL, { ...DEFAULT_POLICY, name: "another" });
      await handle.signal(POLICY_SIGNAL, { name: "none" });
      await handle.signal(REFRESH_SIGNAL);
      await is(
        handle,
        PROGRAMME_QUERY,
        holds(({ policy }) => policy.name === "another"),
      );
      await handle.signal(FIGURES_AGAIN_SIGNAL);
      await is(
        handle,
        PROGRAMME_QUERY,
        holds(({ insights }) => insights && insights.at > first),
      );
    },
  },
  {
    name: "reconciliation with everything to do",
    workflow: RECONCILE_RECORDS,
    activities: everythingToDo,
    play: endOf,
  },
  {
    name: "reconciliation with everything to do, in an earlier version that was missed later",
    workflow: RECONCILE_RECORDS,
    activities: everythingToDo,
    play: endOf,
  },
  {
    name: "reconciliation with nothing to do",
    workflow: RECONCILE_RECORDS,
    activities: nothingToDo,
    play: endOf,
  },
  {
    name: "reconciliation with nothing to do, in an earlier version that was missed later",
    workflow: RECONCILE_RECORDS,
    activities: nothingToDo,
    play: endOf,
  },
  {
    name: "audit that finds an outage",
    workflow: "selfAudit",
    activities: {
      findTrouble: async () => ({ requests: 3, reasons: { "record: airtable: unavailable": 3 } }),
      tellOfTrouble: nothing,
    },
    play: endOf,
  },
  {
    name: "audit that finds nothing",
    workflow: "selfAudit",
    activities: { findTrouble: async () => ({ requests: 0, reasons: {} }) },
    play: endOf,
  },
];

/** Plays one of them with the real workflow on the real server, and hands its history over. */
export async function historyOf(life: OtherLife, address: string, bundle: string) {
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const taskQueue = `other-life-${randomUUID()}`;
  const { activities, workflow, input } = life;
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    activities,
    workflowBundle: { codePath: bundle },
  });
  const { workflow: client } = new Client({ connection });
  const start = () =>
    client.start<(...args: unknown[]) => Promise<unknown>>(workflow, {
      workflowId: taskQueue,
      taskQueue,
      args: input === undefined ? [] : [input],
    });
  try {
    return await worker.runUntil(async () => {
      const handle = await start();
      await life.play(handle);
      const history = await handle.fetchHistory();
      if ((await handle.describe()).status.name === "RUNNING") await handle.terminate();
      return history;
    });
  } finally {
    await native.close();
    await connection.close();
  }
}
