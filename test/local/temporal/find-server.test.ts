import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findServer } from "../../../local/temporal/find-server.ts";
import { ServerCache } from "../../../local/temporal/server-cache.ts";
import { writeGo, writeProgram, writeTemporal } from "./fake-programs.ts";

/** Nobody listens there. */
const NO_SITE = "http://127.0.0.1:9";

let home: string;
let said: string[];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "muster-find-"));
  said = [];
});
afterEach(() => rm(home, { recursive: true }));

const search = (env: NodeJS.ProcessEnv, site = NO_SITE) =>
  findServer({ env: { HOME: home, PATH: join(home, "bin"), ...env }, site, progress: (line) => said.push(line) });
const cache = () => new ServerCache({ HOME: home });

describe("a Temporal server is looked for", () => {
  test("first where TEMPORAL_SERVER says", async () => {
    const named = await writeTemporal(join(home, "mine"), "1.32.0");
    await writeTemporal(join(home, "bin"), "1.32.1");

    expect(await search({ TEMPORAL_SERVER: named })).toBe(named);
    expect(said).toEqual([expect.stringContaining(`1.32.0, the program that TEMPORAL_SERVER names (${named})`)]);
  });

  test("then on the PATH", async () => {
    const onPath = await writeTemporal(join(home, "bin"), "1.33.0");
    await writeTemporal(dirname(cache().built), "1.32.0");

    expect(await search({})).toBe(onPath);
  });

  test("then in the cache, past one on the PATH that is too old", async () => {
    await writeTemporal(join(home, "bin"), "1.31.9");
    const cached = await writeTemporal(dirname(cache().built), "1.32.0");

    expect(await search({})).toBe(cached);
    expect(said[0]).toContain("server 1.31.9, which is too old");
  });

  test("then at the download site", async () => {
    const site = await startDownloadSite(await archiveOf(await writeTemporal(home, "1.32.0")));
    try {
      expect(await search({ PATH: `${join(home, "bin")}:${process.env.PATH}` }, site.url)).toBe(cache().downloaded);
    } finally {
      site.server.close();
    }
  });

  test("and built with Go when all else fails", async () => {
    await writeGo(join(home, "bin"), "1.32.0");

    expect(await search({})).toBe(cache().built);
    expect(said.join("\n")).toMatch(/cannot be reached.*\n.*about 8 minutes the first time/);
  });

  test("in a cache folder that can be chosen", async () => {
    await writeGo(join(home, "bin"), "1.32.0");

    expect(await search({ XDG_CACHE_HOME: join(home, "elsewhere") })).toContain(join(home, "elsewhere", "muster"));
  });
});

test("a program that is missing where TEMPORAL_SERVER says is reported and passed over", async () => {
  const onPath = await writeTemporal(join(home, "bin"), "1.32.0");

  expect(await search({ TEMPORAL_SERVER: join(home, "nowhere") })).toBe(onPath);
  expect(said[0]).toContain("not the program that TEMPORAL_SERVER names");
});

test("two that need a build at the same time build once", async () => {
  const go = await writeGo(join(home, "bin"), "1.32.0");

  expect(await Promise.all([search({}), search({})])).toEqual([cache().built, cache().built]);
  expect(await readFile(join(dirname(go), "builds"), "utf8")).toBe("built\n");
});

test("when nothing works, one message names every way, what came back, and what it needs", async () => {
  await writeProgram(join(home, "bin", "temporal"), "echo 'temporal version 1.1.0 (Server 1.25.0, UI 2.30.0)'");
  await writeProgram(join(home, "bin", "go"), "echo 'go: no such module' >&2", "exit 1");

  const message = await search({}).catch(String);

  expect(message.replaceAll(home, "~")).toMatchInlineSnapshot(`
    "Error: There is no Temporal server to be had. These were tried, in this order; any one will do:
      1. the program that TEMPORAL_SERVER names: it is not set
         It needs the path of a \`temporal\` program with server 1.32 or later.
      2. a \`temporal\` program on the PATH: ~/bin/temporal has server 1.25.0, which is too old
         It needs Temporal's CLI with server 1.32 or later, from docs.temporal.io/cli.
      3. the cached one: there is none in ~/.cache/muster
         It needs a download or a build that has worked once.
      4. a download of Temporal's CLI 1.9.1: 127.0.0.1:9 cannot be reached (bad port)
         It needs temporal.download, and \`tar\`.
      5. a build of local/temporal/go.mod: go list ended with 1:
         go: no such module
         It needs Go 1.26.8 or later on the PATH, from go.dev/dl, and a Go module proxy."
  `);
});

test("without Go the message says so", async () => {
  await expect(search({})).rejects.toThrow("there is no `go` on the PATH");
});

async function archiveOf(program: string): Promise<Buffer> {
  const archive = join(home, "archive.tar.gz");
  await promisify(execFile)("tar", ["-czf", archive, "-C", dirname(program), "temporal"]);
  return readFile(archive);
}

async function startDownloadSite(archive: Buffer): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const archiveUrl = `http://${request.headers.host}/archive.tar.gz`;
    if (request.url === "/archive.tar.gz") response.end(archive);
    else if (request.url?.startsWith("/cli/v1.9.1?"))
      response.end(JSON.stringify({ archiveUrl, fileToExtract: "temporal" }));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
