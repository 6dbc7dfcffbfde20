import { ApplicationFailure, Context } from "@temporalio/activity";
import { WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import type { Catalogue } from "../../domain/catalogue.ts";
import { type RecordId, type RequestId, requestId } from "../../domain/ids.ts";
import type { Choice } from "../../domain/request.ts";
import { codeOfRow, type TypedRequest } from "../../domain/typed-row.ts";
import {
  MENTOR_REQUEST,
  PROGRAMME_ID,
  PROGRAMME_QUERY,
  type ProgrammeState,
  startOfRequest,
} from "../../workflows/contract.ts";
import type { AirtableBase } from "./airtable.ts";
import { isRowGone } from "./airtable-failure.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { updateRows } from "./write-rows.ts";

/**
 * Runs a request that staff typed into a row. Its id comes from the row's own and is written into the row first, so that
 * the same row is one request, however often this is tried. Gives none when staff have removed the row meanwhile.
 */
export const startTypedRequest =
  ({ base }: { readonly base: AirtableBase }) =>
  async ({ row, mentee, details, ...chosen }: TypedRequest): Promise<RequestId | undefined> => {
    const { client } = Context.current();
    const { policy, catalogue } = await client.workflow.getHandle(PROGRAMME_ID).query<ProgrammeState>(PROGRAMME_QUERY);
    const asked = chosenFrom(catalogue, chosen) ?? chosenFrom(await readCatalogue({ base })(), chosen);
    if (!asked) throw gone(row);
    const { columns } = base.tables.requests;
    const id = requestId(`request-by-hand-${codeOfRow(row)}`);
    try {
      await updateRows(base, "requests", [{ id: row, fields: { [columns.id.name]: id } }]);
    } catch (error) {
      if (isRowGone(error)) return undefined;
      throw error;
    }
    const opened = { id, mentee, policy, asked: { ...asked, details } };
    try {
      await client.workflow.start(MENTOR_REQUEST, startOfRequest(opened));
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    return id;
  };

type Chosen = Pick<TypedRequest, "service" | "skills" | "affiliation">;

function chosenFrom(catalogue: Catalogue | undefined, { service, skills, affiliation }: Chosen) {
  const named = (choices: readonly Choice[] = [], id: RecordId | undefined) => choices.find((one) => one.id === id);
  const found = named(catalogue?.services, service);
  const all = skills.map((skill) => named(catalogue?.skills, skill)).filter((skill) => skill !== undefined);
  const from = named(catalogue?.affiliations, affiliation);
  if (!found || all.length < skills.length) return undefined;
  return { service: found, skills: all, ...(from && { affiliation: from }) };
}

function gone(row: RecordId): ApplicationFailure {
  return ApplicationFailure.create({
    type: "muster: no name",
    message: `The row ${row} chooses a service or a skill set that has no name: give it one, or choose another.`,
    nonRetryable: true,
  });
}
