import {
  ActivityFailure,
  type ActivityOptions,
  isCancellation,
  log,
  proxyActivities,
  workflowInfo,
} from "@temporalio/workflow";
import type { Activities } from "../activities/index.ts";
import { DAY, HOUR } from "../domain/duration.ts";
import type { RecordId, RequestId } from "../domain/ids.ts";
import type { TypedRequest } from "../domain/typed-row.ts";
import { isOfAnAddress, keyOf, type ReconciliationReport, type ToDo } from "../domain/wording/reconciled.ts";
import type { Reconciled } from "./contract.ts";
import { countReconciled } from "./count-reconciled.ts";

/** Closed requests are known to Temporal for as long. */
const WITHOUT_AN_EARLIER_RUN = 90 * DAY;

const ALMOST_A_DAY = 20 * HOUR;

const retry = { initialInterval: "2 seconds", backoffCoefficient: 2, maximumInterval: "10 minutes" } as const;

const { startTypedRequest, tellReconciled } = proxyActivities<Activities>({ startToCloseTimeout: "10 seconds", retry });

/** As many requests, and pages of rows, as there are. A worker that is killed meanwhile is missed as soon as anywhere. */
const PATIENT: ActivityOptions = { startToCloseTimeout: "1 hour", heartbeatTimeout: "10 seconds", retry };

const { compareRecords, giveAsRecorded, putRight } = proxyActivities<Activities>(PATIENT);

/** Whoever is not found by then is looked up next time; the comparison does not wait for it. */
const { findMentorsByEmail } = proxyActivities<Activities>({ ...PATIENT, scheduleToCloseTimeout: "1 hour" });

/**
 * Compares the records with the requests, in both directions: what staff typed is run, the claims that they recorded
 * count, and what belongs to the workflow is put right. The coordinator is told, when there is something to say.
 */
export async function reconcileRecords(): Promise<Reconciled> {
  const at = Date.now();
  const { lastResult, runId } = workflowInfo();
  const before = lastResult as Reconciled | undefined;
  const unknownAddresses = await addressesSlackDoesNotKnow();
  const since = before ? before.at - HOUR : at - WITHOUT_AN_EARLIER_RUN;
  const pairings = whenToLookAtPairings(before, at);
  const found = await compareRecords({ since, ...pairings });

  const { started, notStarted } = await startAll(found.typed);
  const given = found.claims.length > 0 ? await giveAsRecorded({ claims: found.claims }) : undefined;
  const refused = given?.refused ?? [];
  const claims = found.claims.filter(({ request }) => !refused.some((one) => one.request === request));
  if (found.drifted.length > 0) await putRight({ drifted: found.drifted });

  const toDo = [
    ...notStarted,
    ...toDoOf(found),
    ...(unknownAddresses ?? []).map((row): ToDo => ({ about: "email", row })),
  ];
  const news = toDo.filter((one) => !before?.open.includes(keyOf(one)));
  const comeToNothing = [
    ...refused.map((one): ToDo => ({ about: "refused-claim", ...one })),
    ...found.drifted.flatMap(({ request, noClaim: why }): ToDo[] => (why ? [{ about: "no-claim", request, why }] : [])),
  ];
  const report = { started, claims, drifted: found.drifted, toDo: [...news, ...comeToNothing] };
  countReconciled(report);
  if (isWorthSaying(report)) await tellReconciled({ report, key: runId, at });
  return {
    at,
    pairingsAt: pairings ? at : (before?.pairingsAt ?? at),
    started: started.map(({ request }) => request),
    claimed: claims.map(({ request }) => request),
    putRight: [...new Set(found.drifted.map(({ request }) => request))],
    open: [...toDo.map(keyOf), ...(unknownAddresses ? [] : (before?.open ?? []).filter(isOfAnAddress))],
  };
}

/** Once a day, since each look is a call of those that Airtable allows in a month; and whenever somebody asks for it. */
function whenToLookAtPairings(before: Reconciled | undefined, at: number) {
  if (before?.pairingsAt === undefined) return { pairingsSince: at - WITHOUT_AN_EARLIER_RUN };
  if (at - before.pairingsAt < ALMOST_A_DAY) return undefined;
  return { pairingsSince: before.pairingsAt - HOUR };
}

/** Undefined when Slack could not be asked. */
async function addressesSlackDoesNotKnow(): Promise<readonly RecordId[] | undefined> {
  try {
    return await findMentorsByEmail();
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    log.warn("mentors could not be looked up by e-mail; they are next time", { error });
    return undefined;
  }
}

/** A row that cannot be run is no reason to leave the next one. */
async function startAll(typed: readonly TypedRequest[]) {
  const started: { row: RecordId; request: RequestId }[] = [];
  const notStarted: ToDo[] = [];
  for (const one of typed) {
    try {
      const request = await startTypedRequest(one);
      if (request) started.push({ row: one.row, request });
    } catch (error) {
      if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
      notStarted.push({ about: "not-started", row: one.row });
    }
  }
  return { started, notStarted };
}

type Found = Awaited<ReturnType<Activities["compareRecords"]>>;

function toDoOf({ incomplete, twice, pairingsTwice = [], gone, ...found }: Found): readonly ToDo[] {
  const { unusable = [], nameless = [], unknownSkills = [], renamed = [], silent = [] } = found;
  return [
    ...incomplete.map((one): ToDo => ({ about: "incomplete", ...one })),
    ...silent.map((request): ToDo => ({ about: "silent", request })),
    ...twice.map((request): ToDo => ({ about: "twice", request })),
    ...pairingsTwice.map((pairing): ToDo => ({ about: "pairing-twice", pairing })),
    ...gone.map((one): ToDo => ({ about: "gone", ...one })),
    ...unusable.map(({ row, why, columns }): ToDo => ({ about: "unusable", row, why, ...(columns && { columns }) })),
    ...nameless.map((row): ToDo => ({ about: "unusable", row, why: "no-name" })),
    ...unknownSkills.map((one): ToDo => ({ about: "unknown-skills", ...one })),
    ...renamed.map((one): ToDo => ({ about: "renamed", ...one })),
  ];
}

const isWorthSaying = ({ started, claims, drifted, toDo }: ReconciliationReport): boolean =>
  started.length + claims.length + drifted.length + toDo.length > 0;
