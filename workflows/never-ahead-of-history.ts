import type { WorkflowInterceptorsFactory } from "@temporalio/workflow";

/** What a workflow runs at once: a task of the history, or what a worker takes for one. */
interface Task {
  readonly isReplay: boolean;
  /** How long the history is that it ends. */
  readonly length: number;
}

/** The SDK's own name for a question that comes without a workflow task. */
const DIRECT_QUERY = "legacy_query";

/**
 * Keeps what a worker has in memory of a workflow from going another way than its history (docs/decisions/0013). When a
 * worker builds a workflow up to answer a question, it runs the end of the history as a task, also where no workflow task
 * has dealt with it yet: the task that comes later would get only the rest. What is in memory is thrown away then, by
 * failing that task once; the server gives it out again at once, and it is replayed from the beginning.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let before: Task | undefined;
  let last: Task | undefined;
  let isAhead = false;
  return {
    internals: [
      {
        activate(input, next) {
          const { jobs, isReplaying, historyLength } = input.activation;
          const queries = (jobs ?? []).flatMap(({ queryWorkflow }) => queryWorkflow ?? []);
          if (queries.some(({ queryId }) => queryId === DIRECT_QUERY)) isAhead ||= mayBeAhead(before, last);
          if (queries.length > 0) return next(input);
          if (isAhead)
            throw new Error("Somebody looked at it while something happened: it is replayed from the beginning.");
          const task = { isReplay: isReplaying ?? false, length: historyLength ?? 0 };
          if (task.length !== last?.length) before = last;
          last = task;
          return next(input);
        },
      },
    ],
  };
};

/**
 * Whether the last task may be none of the history's: it is the first that is no replay. It may also have been a real one,
 * the first after a restart, and somebody asked before the next; failing that one does no harm.
 */
function mayBeAhead(before: Task | undefined, last: Task | undefined): boolean {
  return before?.isReplay === true && last?.isReplay === false;
}
