import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the Go module that builds the server. */
export const GO_MODULE = fileURLToPath(new URL(".", import.meta.url));

const goMod = readFileSync(new URL("go.mod", import.meta.url), "utf8");
const goSum = readFileSync(new URL("go.sum", import.meta.url), "utf8");

/** What `go.mod` pins. */
export const PINNED = {
  go: pinned(/^go (\S+)$/m),
  cli: pinned(/github\.com\/temporalio\/cli v(\S+)/),
  server: pinned(/go\.temporal\.io\/server v(\S+)/),
  /** Changes with any dependency of the build, so that a cache can tell. */
  hash: createHash("sha256").update(goMod).update(goSum).digest("hex").slice(0, 12),
} as const;

/** The release of Temporal's CLI that is downloaded. Its server is 1.32.0; the Go module cannot build this release. */
export const DOWNLOADED_CLI = "1.9.1";

function pinned(pattern: RegExp): string {
  const found = pattern.exec(goMod)?.[1];
  if (!found) throw new Error(`local/temporal/go.mod should have a line like ${pattern}`);
  return found;
}
