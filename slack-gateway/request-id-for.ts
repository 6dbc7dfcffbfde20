import { createHash } from "node:crypto";
import { type RequestId, requestId } from "../domain/ids.ts";

/**
 * The id of the request that this form makes: the same form submitted twice is one request. It can be read in a list
 * (`request-sql-k3x9q2ab`), and says nothing of the person.
 */
export function requestIdFor(viewId: string, about: string): RequestId {
  return requestId(`request-${readable(about) || "mentor"}-${requestCode(viewId)}`);
}

/** The part of the id that only the form decides. */
export function requestCode(viewId: string): string {
  return BigInt(`0x${createHash("sha256").update(viewId).digest("hex").slice(0, 13)}`)
    .toString(36)
    .padStart(10, "0");
}

function readable(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}
