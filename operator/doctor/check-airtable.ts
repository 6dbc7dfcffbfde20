import { ApplicationFailure } from "@temporalio/common";
import type { AirtableBase, Meta } from "../../activities/airtable/airtable.ts";
import { readBases, readSchema, type TableSchema } from "../../activities/airtable/base-schema.ts";
import { checkRows } from "./check-rows.ts";
import { compareSchema } from "./compare-schema.ts";
import type { Finding } from "./finding.ts";
import { seedBase } from "./seed-base.ts";

export interface Airtable {
  readonly base: AirtableBase;
  readonly meta: Meta;
}

/** Everything about the base that is not well. Reads only; the one write that it tries changes nothing. */
export async function checkAirtable(airtable: Airtable): Promise<readonly Finding[]> {
  const access = await checkAccess(airtable);
  if ("findings" in access) return access.findings;
  const schema = compareSchema(airtable.base.tables, access.schema);
  if (schema.length > 0) return [...access.soFar, ...schema];
  return [...access.soFar, ...(await checkRows(airtable.base, mayWrite(access.soFar)))];
}

/** Makes what is missing. Says what it has made, or why it could not. */
export async function seedAirtable({ base, meta }: Airtable): Promise<readonly string[] | Finding> {
  try {
    return await seedBase(meta, base.tables, (schema) => compareSchema(base.tables, schema));
  } catch (error) {
    if (typeOf(error) !== "airtable: not-found") throw error;
    return {
      what: "The token may not make tables and columns.",
      remedy:
        "At airtable.com/create/tokens make another token with the scopes schema.bases:read and schema.bases:write and access to the base, of somebody who is a creator in it. Use it for this command only: AIRTABLE_TOKEN=pat… npm run doctor -- --seed",
    };
  }
}

const NEW_TOKEN = "make a new one at airtable.com/create/tokens, and set AIRTABLE_TOKEN to it";
const SCHEMA_SCOPE =
  "Add the scope schema.bases:read to the token, at airtable.com/create/tokens. Without it, a column that somebody renames is lost at once.";

type Access =
  | { readonly findings: readonly Finding[] }
  | { readonly schema: readonly TableSchema[]; readonly soFar: readonly Finding[] };

async function checkAccess({ meta }: Airtable): Promise<Access> {
  try {
    const bases = await readBases(meta);
    const ours = bases.find(({ id }) => id === meta.base);
    if (!ours) return only(unknownBase(bases));
    const soFar = ["none", "read", "comment"].includes(ours.permissionLevel) ? [mayOnlyRead(ours.permissionLevel)] : [];
    return { schema: await readSchema(meta), soFar };
  } catch (error) {
    const finding = REFUSED[typeOf(error) ?? ""];
    if (finding) return only(finding);
    throw error;
  }
}

/** What kept it from reading the schema, by the kind of failure. */
const REFUSED: { readonly [type: string]: Finding } = {
  "airtable: token-refused": {
    what: "Airtable refuses the token: it was revoked, or was never whole.",
    remedy: `Check that AIRTABLE_TOKEN was pasted whole; else ${NEW_TOKEN}.`,
  },
  "airtable: not-found": { what: "The token may not read which tables and columns there are.", remedy: SCHEMA_SCOPE },
  "airtable: too-many-calls": {
    what: "Airtable takes no calls now: too many came at once, or the month's calls of the plan are used up.",
    remedy: "Try again in a minute. If it stays, look at the workspace's settings in Airtable, Usage.",
  },
  "airtable: busy": { what: "Airtable has asked for a pause.", remedy: "Try again in a minute." },
  "airtable: no-answer": {
    what: "Airtable does not answer.",
    remedy: "Look at status.airtable.com; check AIRTABLE_URL.",
  },
  "airtable: unavailable": {
    what: "Airtable answers with an error of its own, or cannot be reached.",
    remedy: "Look at status.airtable.com; check AIRTABLE_URL, and that this machine reaches the internet.",
  },
};

function unknownBase(bases: readonly { readonly id: string; readonly name: string }[]): Finding {
  const reached = bases.map(({ id, name }) => `${id} ("${name}")`).join(", ");
  return {
    what: "There is no base with the id of AIRTABLE_BASE, or the token has no access to it.",
    remedy: reached
      ? `The token reaches ${reached}. Set AIRTABLE_BASE to the right one, or add the base to the token at airtable.com/create/tokens.`
      : "The token reaches no base: add the base to it at airtable.com/create/tokens.",
  };
}

function mayOnlyRead(level: string): Finding {
  return {
    what: `Whoever made the token may only ${level === "none" ? "look" : level} in this base.`,
    remedy: "Make that person an editor of the base: Share, in Airtable; or make the token as somebody who is one.",
  };
}

const mayWrite = (soFar: readonly Finding[]) => soFar.length === 0;
const only = (finding: Finding) => ({ findings: [finding] });

function typeOf(error: unknown): string | undefined {
  return error instanceof ApplicationFailure ? (error.type ?? undefined) : undefined;
}
