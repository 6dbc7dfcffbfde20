import { Context } from "@temporalio/activity";
import type { RecordId } from "../../domain/ids.ts";
import type { UnknownSkills } from "../../domain/reconciliation.ts";
import type { Choice } from "../../domain/request.ts";
import { PROGRAMME_ID, PROGRAMME_QUERY, type ProgrammeState } from "../../workflows/contract.ts";
import type { AirtableBase } from "./airtable.ts";
import { ask } from "./ask-recorded.ts";
import { readChoices } from "./read-catalogue.ts";

interface MentorRow {
  readonly row: RecordId;
  readonly skills: readonly RecordId[];
}

/** Which of these choose skills that Skillsets does not name. The programme's copy is looked at first: that costs no call. */
export async function unknownSkillsOf(
  base: AirtableBase,
  mentors: readonly MentorRow[],
): Promise<readonly UnknownSkills[]> {
  const programme = await ask<ProgrammeState>(Context.current().client, PROGRAMME_ID, PROGRAMME_QUERY);
  const copy = typeof programme === "string" ? undefined : programme.catalogue;
  if (unknownSkills(copy?.skills, mentors).length === 0) return [];
  return unknownSkills(await readChoices(base, "skillsets"), mentors);
}

/** Which of these choose skills that are not among the known ones. */
export function unknownSkills(known: readonly Choice[] = [], mentors: readonly MentorRow[]): readonly UnknownSkills[] {
  const ids = new Set(known.map(({ id }) => id));
  return mentors
    .map(({ row, skills }) => ({ row, skills: skills.filter((id) => !ids.has(id)) }))
    .filter(({ skills }) => skills.length > 0);
}
