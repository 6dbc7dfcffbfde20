import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { DOWNLOADED_CLI } from "./pinned-version.ts";
import { elapsedSince, type Progress } from "./progress.ts";
import { usableServerVersion } from "./server-version.ts";

/** From where Temporal's own SDKs download it, in the same way. */
export const TEMPORAL_DOWNLOADS = "https://temporal.download";

const answer = z.object({ archiveUrl: z.string(), fileToExtract: z.string() });

interface Download {
  readonly site: string;
  readonly progress: Progress;
}

/** Puts the pinned release at `program`. Gives up after 5 s without an answer, and after 5 minutes in all. */
export async function downloadServer(program: string, { site, progress }: Download): Promise<void> {
  const folder = dirname(program);
  await mkdir(dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}.download-`);
  try {
    const { archiveUrl, fileToExtract } = await askWhere(site);
    const archive = join(temporary, "archive.tar.gz");
    await fetchTo(archive, archiveUrl, progress);
    await promisify(execFile)("tar", ["-xzf", archive, "-C", temporary, fileToExtract]);
    const extracted = join(temporary, fileToExtract);
    await chmod(extracted, 0o755);
    await usableServerVersion(extracted);
    await mkdir(folder, { recursive: true });
    await rename(extracted, program);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function askWhere(site: string): Promise<z.infer<typeof answer>> {
  const platform = { linux: "linux", darwin: "darwin" }[process.platform as string];
  const arch = { x64: "amd64", arm64: "arm64" }[process.arch as string];
  if (!platform || !arch) throw new Error(`there is no release for ${process.platform} on ${process.arch}`);
  const url = `${site}/cli/v${DOWNLOADED_CLI}?arch=${arch}&platform=${platform}&format=tar.gz`;
  const response = await reach(url, AbortSignal.timeout(5_000));
  return answer.parse(await response.json());
}

async function fetchTo(file: string, url: string, progress: Progress): Promise<void> {
  const signal = AbortSignal.timeout(5 * 60_000);
  const { body } = await reach(url, signal);
  if (!body) throw new Error(`${url} answered with nothing`);
  const start = performance.now();
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const report = setInterval(() => progress(`  ${Math.round(bytes / 1e6)} MB so far, ${elapsedSince(start)}`), 5_000);
  try {
    await pipeline(Readable.fromWeb(body), meter, createWriteStream(file), { signal });
  } finally {
    clearInterval(report);
  }
}

async function reach(url: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    throw new Error(`${new URL(url).host} cannot be reached (${reason(error)})`);
  }
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

/** `fetch` says only "fetch failed"; what happened is its cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
