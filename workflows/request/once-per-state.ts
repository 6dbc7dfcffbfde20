import type { Running } from "./running.ts";

/**
 * The same question, worked out once for each state of the request and of what was written. Temporal asks every condition
 * again after every single signal: with thousands of them at once, dear questions would take a task longer than it may.
 */
export function oncePerState<Answer>(ask: (request: Running) => Answer): (request: Running) => Answer {
  const answers = new WeakMap<Running, Pick<Running, "state" | "written"> & { readonly answer: Answer }>();
  return (request) => {
    const { state, written } = request;
    const known = answers.get(request);
    if (known?.state === state && known.written === written) return known.answer;
    const answer = ask(request);
    answers.set(request, { state, written, answer });
    return answer;
  };
}
