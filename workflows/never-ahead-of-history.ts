import type { WorkflowInterceptorsFactory } from "@temporalio/workflow";

/** One go of a workflow: what it is given at once, at a moment of its clock. */
interface Go {
  readonly isReplay: boolean;
  readonly at: string;
}

/** The SDK's own name for a question that comes without a workflow task. */
const DIRECT_QUERY = "legacy_query";

/**
 * Keeps what a worker has in memory of a workflow from going another way than its history (docs/decisions/0013). When a
 * worker builds a workflow up to answer a question, it runs the end of the history as a go of its own, also where no
 * workflow task has done so yet: the task that comes later would get only the rest. What is in memory is thrown away
 * then, by failing that task once; the server gives it out again at once, and it is replayed from the beginning.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let before: Go | undefined;
  let last: Go | undefined;
  let isAhead = false;
  return {
    internals: [
      {
        activate(input, next) {
          const { jobs, isReplaying, timestamp } = input.activation;
          const queries = (jobs ?? []).flatMap(({ queryWorkflow }) => queryWorkflow ?? []);
          if (queries.length > 0) {
            isAhead ||= queries.some(({ queryId }) => queryId === DIRECT_QUERY) && mayBeAhead(before, last);
            return next(input);
          }
          if (isAhead)
            throw new Error("Somebody looked at it while something happened: it is replayed from the beginning.");
          before = last;
          last = { isReplay: isReplaying ?? false, at: `${timestamp?.seconds}.${timestamp?.nanos}` };
          return next(input);
        },
      },
    ],
  };
};

/**
 * Whether the last go may have come from a question: it is none of the history's tasks, and follows one, or no task has
 * moved the clock. Once in a while it was the first task after a restart, which does no harm.
 */
function mayBeAhead(before: Go | undefined, last: Go | undefined): boolean {
  return before !== undefined && last !== undefined && !last.isReplay && (before.isReplay || before.at === last.at);
}
