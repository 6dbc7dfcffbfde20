import type { FastifyInstance } from "fastify";

const OURS = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Nothing is loaded from elsewhere, and no other page may show this one. */
const POLICY =
  "default-src 'self'; img-src 'self' data: https:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/**
 * Refuses what comes from another web page in the same browser: a name that somebody made lead to this machine, or a
 * form somewhere else that posts to here.
 */
export function onlyThisMachine(server: FastifyInstance): void {
  server.addHook("onRequest", async ({ headers }, reply) => {
    const { host = "", origin } = headers;
    const fromHere = origin === undefined || OURS.test(origin.replace(/^http:\/\//, ""));
    if (!OURS.test(host) || !fromHere)
      return reply.code(403).send("This page is only for this machine: http://127.0.0.1");
  });
  server.addHook("onSend", async (_request, reply) => {
    reply.headers({
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
    });
  });
}
