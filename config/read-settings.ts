import { z } from "zod";

/** One setting: what it has to look like, and where whoever installs this gets it. */
export interface Setting<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly from: string;
}

/** Settings by the names of the environment's variables. */
export type SettingTable = Readonly<Record<string, Setting>>;

export type Read<Table extends SettingTable> = { readonly [name in keyof Table]: z.output<Table[name]["schema"]> };

/** Some settings are missing or malformed. The message lists all of them. */
export class SettingsProblem extends Error {
  override readonly name = "SettingsProblem";
}

/**
 * Reads all settings at once. Blanks around a value are no part of it; an empty variable counts as absent. Throws one {@link SettingsProblem} that names every
 * setting that is wrong, and where to get it; never the value, which may be a secret.
 */
export function readSettings<Table extends SettingTable>(table: Table, env: NodeJS.ProcessEnv): Read<Table> {
  const given = Object.fromEntries(Object.keys(table).map((name) => [name, env[name]?.trim() || undefined]));
  const shape = Object.fromEntries(Object.entries(table).map(([name, { schema }]) => [name, schema]));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data as Read<Table>;
  const wrong = [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
  const width = Math.max(...wrong.map((name) => name.length));
  const lines = wrong.map((name) => {
    const state = given[name] === undefined ? "is missing:  " : "is malformed:";
    return `  ${name.padEnd(width)}  ${state} ${table[name]?.from ?? ""}`;
  });
  throw new SettingsProblem(
    [
      "Cannot start: these settings are missing or malformed.",
      ...lines,
      "Put them in .env or in the environment; .env.example has them all. `npm start` needs none, and so does a command on what it",
      "or docker compose runs: docs/operations.md, Commands, says how to give it.",
    ].join("\n"),
  );
}
