import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPModuleFunctions } from "@slack/bolt";

/**
 * Answers, and says true, for a body that is JSON but no object, like `null`: Bolt would read a property of it where
 * nobody catches what is thrown, which would end the process. The body is read for it; Bolt finds it beside the request.
 */
export async function refuseStrangeBody(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (await canBeHandedOn(request)) return false;
  response.writeHead(400);
  response.end();
  return true;
}

async function canBeHandedOn(request: IncomingMessage): Promise<boolean> {
  const read = await HTTPModuleFunctions.bufferIncomingMessage(request).catch(() => undefined);
  // The connection broke off in the middle.
  if (!read) return false;
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(read);
    return typeof body === "object" && body !== null;
  } catch {
    // Bolt refuses it, once it has looked at the signature.
    return true;
  }
}
