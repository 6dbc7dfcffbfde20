import { isMemberId, type MemberId, type RecordId } from "./ids.ts";
import type { KnownRequest, RecordRow } from "./reconciliation.ts";
import { linksIn, textIn } from "./same-cell.ts";
import type { Tables } from "./tables.ts";

/** A request that staff typed, complete, with `Status` set to `new`. */
export interface TypedRequest {
  readonly row: RecordId;
  readonly mentee: MemberId;
  readonly service: RecordId;
  readonly skills: readonly RecordId[];
  readonly affiliation?: RecordId;
  readonly details: string;
}

/** A row that is `new` and cannot run yet: what it lacks, and what it says twice, by the names of the columns. */
export interface Incomplete {
  readonly row: RecordId;
  readonly lacks: readonly string[];
  /** An earlier version took the first. */
  readonly several?: readonly string[];
}

interface Sides {
  readonly tables: Tables;
  readonly rows: readonly RecordRow[];
  readonly known: readonly KnownRequest[];
}

/** The id of a request that was typed ends with its row's own: a row that staff have copied is another request. */
function endsWithRow(id: string, row: RecordId): boolean {
  return id.endsWith(`-${codeOfRow(row)}`);
}

/** A record's id in lower case letters and digits; behind the dash stands which of them were upper case, so that no two are alike. */
export function codeOfRow(row: RecordId): string {
  const letters = [...row.slice(3)];
  const upper = letters.reduce((bits, letter) => bits * 2 + (/[A-Z]/.test(letter) ? 1 : 0), 0);
  return `${letters.join("").toLowerCase()}-${upper.toString(36)}`;
}

/** `new`, and not a request that runs or ran already: without an id, with its own, or a copy of another row. */
export function isTyped(row: RecordRow, sides: Sides): boolean {
  const { rows, known, tables } = sides;
  const { columns } = tables.requests;
  if (row.fields[columns.status.name] !== "new" || isOnlyRow(row, sides)) return false;
  const id = textIn(row.fields[columns.id.name]);
  const isKnown = known.some(({ record }) => record.id === id);
  if (id === "" || endsWithRow(id, row.id)) return !isKnown;
  return !isKnown || rows.some((other) => other.id !== row.id && textIn(other.fields[columns.id.name]) === id);
}

/** The one row of a request that is known, though somebody has emptied its `Request ID`: no copy of it holds the id. */
function isOnlyRow(row: RecordRow, { rows, known, tables: { requests } }: Sides): boolean {
  const { columns } = requests;
  const post = textIn(row.fields[columns.post.name]);
  const owner = known.find(({ record }) => post !== "" && record.post === post)?.record.id;
  return owner !== undefined && !rows.some((other) => textIn(other.fields[columns.id.name]) === owner);
}

/** What it asks for; or what it lacks, and what it says twice. */
export function readTyped(
  { id: row, fields }: RecordRow,
  { requests: { columns } }: Tables,
): TypedRequest | Incomplete {
  const mentee = textIn(fields[columns.mentee.name]);
  const [service] = linksIn(fields[columns.service.name]);
  const several = [columns.service.name, columns.affiliation.name].filter((name) => linksIn(fields[name]).length > 1);
  const skills = linksIn(fields[columns.skills.name]);
  const [affiliation] = linksIn(fields[columns.affiliation.name]);
  const details = textIn(fields[columns.details.name]);
  const lacks = [
    ...(isMemberId(mentee) ? [] : [columns.mentee.name]),
    ...(service ? [] : [columns.service.name]),
    ...(skills.length > 0 ? [] : [columns.skills.name]),
    ...(details ? [] : [columns.details.name]),
  ];
  if (!isMemberId(mentee) || !service || lacks.length + several.length > 0) {
    return { row, lacks, ...(several.length > 0 && { several }) };
  }
  return { row, mentee, service, skills, details, ...(affiliation && { affiliation }) };
}
