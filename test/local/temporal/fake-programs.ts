import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Writes a tiny shell script in place of a real program. It may use the shell's own commands only. */
export async function writeProgram(file: string, ...lines: readonly string[]): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, ["#!/bin/sh", ...lines, ""].join("\n"));
  await chmod(file, 0o755);
  return file;
}

/** A `temporal` that only knows its version. */
export function writeTemporal(folder: string, serverVersion: string): Promise<string> {
  return writeProgram(join(folder, "temporal"), saysVersion(serverVersion));
}

/** A `go` that "builds" such a `temporal` in no time, and notes in `builds` that it did. */
export function writeGo(folder: string, serverVersion: string): Promise<string> {
  return writeProgram(
    join(folder, "go"),
    'if [ "$1" = list ]; then echo one; echo two; exit; fi',
    `echo built >> "${folder}/builds"`,
    'while [ "$1" != -o ]; do shift; done',
    `printf '%s\\n' '#!/bin/sh' '${saysVersion(serverVersion).replaceAll("'", "")}' > "$2"`,
    '/bin/chmod 755 "$2"',
  );
}

const saysVersion = (server: string): string => `echo "temporal version 1.8.2 (Server ${server}, UI 2.50.1)"`;
