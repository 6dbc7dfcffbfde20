import type { WorkflowClientInterceptor } from "@temporalio/client";
import { msToTs } from "@temporalio/common/lib/time.js";

/**
 * Workflows that are started at once begin at this moment, in milliseconds since 1970: for real if one waits, or when
 * `fastForward` has skipped the time until then. `signalWithStart` does not do this.
 */
export function startLater(moment: number): WorkflowClientInterceptor {
  return {
    start(input, next) {
      const startDelay = msToTs(Math.max(0, moment - Date.now()));
      return next({ ...input, options: { ...input.options, startDelay } });
    },
  };
}
