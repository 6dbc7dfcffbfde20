import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Base, Row, Table, User } from "./base.ts";
import { BaseEdit } from "./base-edit.ts";
import type { Scope } from "./seed.ts";
import { StateFile } from "./state-file.ts";

export interface Token {
  readonly token: string;
  readonly scopes: readonly Scope[];
  readonly bases: readonly string[];
  readonly user: User;
  readonly revoked: boolean;
}

export interface State {
  readonly bases: readonly Base[];
  readonly tokens: readonly Token[];
}

/** Which tables of which base a change has touched, by name: as they are called after it, or before if it removed them. */
export interface Change {
  readonly baseId: string;
  readonly tables: readonly string[];
}

/** Everything that there is, in memory and, when there is a file, on disk. */
export class Store {
  readonly #bases: Map<string, Base>;
  readonly #tokens: Map<string, Token>;
  readonly #file: StateFile | undefined;
  readonly #listeners = new Set<(change: Change) => void>();

  /** The file wins over the seed. */
  constructor(seed: () => State, stateFile: string | undefined) {
    const state = stateFile !== undefined && existsSync(stateFile) ? readState(stateFile) : seed();
    this.#bases = new Map(state.bases.map((base) => [base.id, base]));
    this.#tokens = new Map(state.tokens.map((token) => [token.token, token]));
    this.#file = stateFile === undefined ? undefined : new StateFile(stateFile);
  }

  get bases(): readonly Base[] {
    return [...this.#bases.values()];
  }

  base(id: string): Base | undefined {
    return this.#bases.get(id);
  }

  token(token: string): Token | undefined {
    return this.#tokens.get(token);
  }

  putToken(token: Token): void {
    this.#tokens.set(token.token, token);
    this.#save();
  }

  /** Makes a change take place, all of it or, when `make` throws, nothing. */
  change<T>(baseId: string, by: { readonly at: string; readonly by: User }, make: (edit: BaseEdit) => T): T {
    const before = this.#bases.get(baseId);
    if (!before) throw new Error(`There is no base ${baseId}`);
    const edit = new BaseEdit(before, by);
    const made = make(edit);
    const after = edit.base;
    this.#bases.set(baseId, after);
    const tables = touched(before, after);
    if (!tables.length) return made;
    this.#save();
    for (const listener of [...this.#listeners]) listener({ baseId, tables });
    return made;
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Nobody waits for a change by hand; whoever does need it on disk asks `saved`, and hears if it failed. */
  #save(): void {
    this.saved().catch(() => undefined);
  }

  /** Resolves when all changes up to now are on disk; at once without a file. */
  async saved(): Promise<void> {
    await this.#file?.save(() => writeState({ bases: this.bases, tokens: [...this.#tokens.values()] }));
  }
}

function touched(before: Base, after: Base): string[] {
  const old = new Map(before.tables.map((table) => [table.id, table]));
  const changed = after.tables.filter((table) => old.get(table.id) !== table);
  const gone = before.tables.filter((table) => !after.tables.some(({ id }) => id === table.id));
  return [...changed, ...gone].map((table) => table.name);
}

type StoredTable = Omit<Table, "rows"> & { readonly rows: readonly Row[] };
type StoredBase = Omit<Base, "tables"> & { readonly tables: readonly StoredTable[] };

const StoredState = z.object({
  version: z.literal(1),
  bases: z.array(
    z.custom<StoredBase>(
      (base) =>
        z
          .object({
            id: z.string(),
            tables: z.array(z.looseObject({ rows: z.array(z.looseObject({ id: z.string() })) })),
          })
          .safeParse(base).success,
    ),
  ),
  tokens: z.array(z.custom<Token>((token) => z.object({ token: z.string() }).safeParse(token).success)),
});

function writeState(state: State): string {
  const bases = state.bases.map((base) => ({
    ...base,
    tables: base.tables.map((table) => ({ ...table, rows: [...table.rows.values()] })),
  }));
  return JSON.stringify({ version: 1, bases, tokens: state.tokens });
}

function readState(path: string): State {
  const stored = StoredState.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!stored.success)
    throw new Error(`${path} is not a state of the Airtable simulator. Remove it to start from the seed.`);
  const bases = stored.data.bases.map((base) => ({
    ...base,
    tables: base.tables.map((table) => ({ ...table, rows: new Map(table.rows.map((row) => [row.id, row])) })),
  }));
  return { bases, tokens: stored.data.tokens };
}
