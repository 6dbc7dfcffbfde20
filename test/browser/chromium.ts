import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { z } from "zod";

/** A shared machine has no sandbox of its own to offer, and little shared memory. */
const ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"];

/** A real Chromium: the one that `MUSTER_CHROMIUM` names, or the one that came with `npm install`. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.MUSTER_CHROMIUM;
  const program = named || (await unpacked());
  try {
    return await chromium.launch({ executablePath: program, args: ARGUMENTS, headless: true });
  } catch (error) {
    throw new Error(
      `The browser ${program} does not start. Name another Chromium or Chrome by its path in MUSTER_CHROMIUM.\n${error}`,
    );
  }
}

/** Unpacked once for each version. Whoever comes second at the same moment puts the same file in the same place. */
async function unpacked(): Promise<string> {
  const folder = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");
  const about: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const { version } = z.object({ version: z.string() }).parse(about);
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "muster");
  const program = join(cache, `chromium-${version}`);
  if (existsSync(program)) return program;
  await mkdir(cache, { recursive: true });
  const draft = `${program}.${process.pid}`;
  await pipeline(createReadStream(join(folder, "bin/chromium.br")), createBrotliDecompress(), createWriteStream(draft));
  await chmod(draft, 0o755);
  await rename(draft, program);
  return program;
}
