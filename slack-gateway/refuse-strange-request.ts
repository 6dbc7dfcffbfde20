import type { IncomingMessage, ServerResponse } from "node:http";

/** Where Slack's requests arrive. */
export const EVENTS = "/slack/events";
/** Slack's own requests are far smaller. */
const BODY_AT_MOST = 1_000_000;
/** The same tolerance that Slack recommends for requests that come late. https://docs.slack.dev/authentication/verifying-requests-from-slack */
const CLOCKS_APART_S = 5 * 60;

/**
 * Answers, and says true, for what Bolt's own check of the signature lets through: a time stamp in the future (a request
 * that was captured could wait for its hour), a body of any size, or one whose size is not said. And for what is asked of
 * another address: there Bolt's listener throws, which would end the process.
 */
export function refuseStrangeRequest(request: IncomingMessage, response: ServerResponse, now: number): boolean {
  const status = statusFor(request, now);
  if (status === undefined) return false;
  response.writeHead(status, { connection: "close" });
  response.end();
  return true;
}

function statusFor({ headers, method, url }: IncomingMessage, now: number): number | undefined {
  if (method !== "POST" || url?.split("?", 1)[0] !== EVENTS) return 404;
  const length = Number(headers["content-length"]);
  if (!Number.isInteger(length)) return 411;
  if (length > BODY_AT_MOST) return 413;
  const sentAt = Number(headers["x-slack-request-timestamp"]);
  return sentAt - now / 1000 > CLOCKS_APART_S ? 401 : undefined;
}
