import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { AirtableSimulator } from "../airtable-simulator/airtable-simulator.ts";
import { LOCAL } from "../seed/local-settings.ts";

const edit = z.strictObject({ field: z.string(), value: z.union([z.string(), z.boolean()]) });

type OfTable = { Params: { table: string } };
type OfRow = { Params: { table: string; row: string } };

/** What staff do in Airtable's own page: rows added, cells edited, rows deleted. */
export async function serveAirtable(server: FastifyInstance, airtable: AirtableSimulator): Promise<void> {
  const tableCalled = (name: string) => airtable.table(LOCAL.airtableBase, name);
  const typeOf = (table: string, field: string): string | undefined =>
    airtable
      .tables(LOCAL.airtableBase)
      .find(({ name }) => name === table)
      ?.fields.find(({ name }) => name === field)?.type;

  await server.register((staff, _options, done) => {
    staff.setErrorHandler(async (error: Error, _request, reply) => reply.code(400).send({ problem: error.message }));

    staff.post<OfTable>("/airtable/:table", async ({ params }) => ({ row: tableCalled(params.table).insert({}) }));

    staff.post<OfRow>("/airtable/:table/:row", async ({ params, body }) => {
      const { field, value } = edit.parse(body);
      tableCalled(params.table).edit(params.row, { [field]: cellOf(typeOf(params.table, field), value) });
      return {};
    });

    staff.post<OfRow>("/airtable/:table/:row/remove", async ({ params }) => {
      tableCalled(params.table).remove(params.row);
      return {};
    });
    done();
  });
}

/** What was typed, as the field takes it; null empties the cell. */
function cellOf(type: string | undefined, typed: string | boolean): unknown {
  if (typeof typed === "boolean") return typed;
  const text = typed.trim();
  if (text === "") return null;
  if (type === "number") return Number(text);
  if (type !== "multipleRecordLinks") return typed;
  return text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
