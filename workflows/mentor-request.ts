import {
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  isCancellation,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import { actionId } from "../domain/ids.ts";
import { AUDIENCES } from "../domain/outbox.ts";
import { type MentorRequest, type Outcome, openRequest } from "../domain/request.ts";
import { type MentorRequestInput, REQUEST_QUERY } from "./contract.ts";
import { decideClaims } from "./request/decide-claims.ts";
import { decideInbox } from "./request/decide-inbox.ts";
import { deliver } from "./request/deliver.ts";
import { keepDrawn, staleCard } from "./request/keep-drawn.ts";
import { isRecordStale, keepRecorded, recordKeys } from "./request/keep-recorded.ts";
import { reckon } from "./request/reckon.ts";
import { type Running, running, whenChanged } from "./request/running.ts";
import { showInTemporal } from "./request/show-in-temporal.ts";
import { takeActs } from "./request/take-acts.ts";
import { verifyClaims } from "./request/verify-claims.ts";
import { walk } from "./request/walk.ts";

/** One mentor request, from the form to the session. It ends when everybody knows, and everything is written down. */
export async function mentorRequest(input: MentorRequestInput): Promise<Outcome> {
  const request = begin(input);
  setHandler(defineQuery<MentorRequest>(REQUEST_QUERY), () => request.state);
  takeActs(request);
  closeOnCancellation(request);

  return CancellationScope.nonCancellable(async () => {
    const informing = keepEverybodyInformed(request);
    for (;;) {
      const { standing } = request.state;
      if (standing.status !== "closed") await walk(request, standing.status, isHistoryLong);
      else if (await allSettled(request, isHistoryLong)) {
        await informing.end();
        return standing.outcome;
      }
      if (isHistoryLong()) {
        await informing.end();
        await continueAsNew<typeof mentorRequest>(leftOver(request));
      }
    }
  });
}

function begin(input: MentorRequestInput): Running {
  return "resumed" in input ? running(input.resumed, input) : running(openRequest(input.opened, Date.now()));
}

/** Everything that follows the decisions: messages, answers to claims, card and record. None of it is waited for. */
function keepEverybodyInformed(request: Running): { end(): Promise<void> } {
  const loops = [
    ...AUDIENCES.map((audience) => deliver(request, audience)),
    decideClaims(request),
    verifyClaims(request),
    reckon(request),
    keepDrawn(request),
    keepRecorded(request),
  ];
  return {
    async end() {
      request.leaving = true;
      await Promise.all(loops);
    },
  };
}

/**
 * Waits until everything is said, drawn and written, and still answers whoever comes meanwhile. False when this run has
 * to end before that.
 */
async function allSettled(request: Running, mustEnd: () => boolean): Promise<boolean> {
  const settled = () =>
    request.claims.length === 0 &&
    request.state.outbox.length === 0 &&
    staleCard(request) === undefined &&
    !isRecordStale(request);
  const isOver = () => settled() && request.inbox.length === 0;
  while (!isOver() && !mustEnd()) {
    showInTemporal(request);
    await condition(whenChanged(request, () => settled() || mustEnd()));
    decideInbox(request);
  }
  showInTemporal(request);
  return isOver();
}

/** What the next run of this workflow begins with. */
function leftOver({ state, inbox, written }: Running): MentorRequestInput {
  const cards = state.posts.map(({ ts }) => ts);
  const current = [...cards, ...recordKeys(state)];
  return { resumed: state, undecided: inbox, written: [...written].filter(([what]) => current.includes(what)) };
}

/** "Request Cancellation" in Temporal's own page closes the request properly: card, people and record. */
function closeOnCancellation(request: Running): void {
  void (async () => {
    try {
      await CancellationScope.current().cancelRequested;
    } catch (error) {
      if (!isCancellation(error)) throw error;
      const id = actionId(`cancellation-${workflowInfo().runId}`);
      request.inbox.push({
        do: "close",
        by: "temporal",
        as: "coordinator",
        actionId: id,
        reason: "cancelled in Temporal's own page",
      });
    }
  })();
}

function isHistoryLong(): boolean {
  return workflowInfo().continueAsNewSuggested;
}
