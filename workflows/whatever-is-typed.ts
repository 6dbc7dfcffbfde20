import { defaultPayloadConverter, type Payload, type WorkflowInterceptorsFactory } from "@temporalio/workflow";

/**
 * Lets a workflow go on whatever is typed into Temporal's own page. Its form for a signal also offers an encoding that the
 * SDK does not read, and then every task of the workflow would fail until somebody resets it. Such an input arrives as none
 * at all, and is refused like any other that is wrong.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  internals: [
    {
      activate(input, next) {
        for (const { signalWorkflow } of input.activation.jobs ?? []) {
          if (signalWorkflow?.input && !signalWorkflow.input.every(isReadable)) signalWorkflow.input = [];
        }
        return next(input);
      },
    },
  ],
});

function isReadable(payload: Payload): boolean {
  try {
    defaultPayloadConverter.fromPayload(payload);
    return true;
  } catch {
    return false;
  }
}
