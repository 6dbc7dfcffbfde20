import type { Mishap } from "../network-simulator/faults.ts";

const HTML = { "content-type": "text/html; charset=utf-8" };
const TOO_FAST = { error: "RATE_LIMIT_REACHED", message: "Rate limit exceeded. Please try again later" };

/** What Airtable in particular can answer; for `faults.add({ does })`, beside the mishaps that any server has. */
export const AIRTABLE_MISHAPS = {
  /** The documented body of a 429; the others have been seen as well. "rate-limited" gives this one too. */
  rateLimited: answered(429, { error: { type: TOO_FAST.error, message: TOO_FAST.message } }),
  rateLimitedInAList: answered(429, { errors: [TOO_FAST] }),
  rateLimitedBare: answered(429, { error: TOO_FAST.error }),
  /** The month's calls of the workspace are used up. Waiting does not help. */
  billingLimitReached: answered(429, {
    error: { type: "PUBLIC_API_BILLING_LIMIT_EXCEEDED", message: "API billing plan limit exceeded" },
  }),
  /** "It is safe to retry the request", with how long to wait. */
  retriableError: answered(
    503,
    {
      error: {
        type: "RETRIABLE_ERROR",
        message: "Server encountered an error while processing your request, and it is safe to retry the request",
      },
    },
    { "retry-after": "5" },
  ),
  serverError: answered(500, { error: { type: "SERVER_ERROR", message: "An unexpected error occurred" } }),
  /** The call takes place, and its answer is a web page that says 200. */
  htmlInsteadOfJson: {
    kind: "answered",
    takesPlace: true,
    answer: { status: 200, headers: HTML, body: "<html><body>Please wait</body></html>" },
  },
} as const satisfies Readonly<Record<string, Mishap>>;

function answered(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Mishap {
  return { kind: "answered", answer: { status, headers, body } };
}
