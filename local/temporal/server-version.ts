import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The first server that can skip time for one workflow at a time. */
export const OLDEST_SERVER = "1.32";

/** The version of the server inside a `temporal` program, if it is new enough. Throws, in words, if it is not. */
export async function usableServerVersion(program: string): Promise<string> {
  const said = await whatVersionSays(program);
  const [, version, major, minor] = /\(Server ((\d+)\.(\d+)[^,)]*)/.exec(said) ?? [];
  if (!version) throw new Error(`${program} --version does not name a server: ${said.slice(0, 200)}`);
  if (isOlder([Number(major), Number(minor)])) {
    throw new Error(`${program} has server ${version}, which is too old`);
  }
  return version;
}

async function whatVersionSays(program: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, ["--version"], { timeout: 30_000 });
    return stdout.trim();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${program} --version failed: ${why.trim()}`);
  }
}

function isOlder([major, minor]: readonly [number, number]): boolean {
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_SERVER.split(".").map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
