import Airtable from "airtable";
import { expect, onTestFinished } from "vitest";
import {
  type AirtableSimulator,
  type AirtableSimulatorOptions,
  startAirtableSimulator,
} from "../../../local/airtable-simulator/airtable-simulator.ts";
import type { AirtableSeed } from "../../../local/airtable-simulator/seed.ts";

export const BASE = "appProgramme00001";
export const TOKEN = "patStaff.0000";

/** A small programme: mentors with skills, and requests. */
const SEED: AirtableSeed = {
  bases: [
    {
      id: BASE,
      name: "Programme",
      tables: [
        {
          name: "Mentors",
          fields: [
            { name: "Name", type: "singleLineText" },
            { name: "Slack ID", type: "singleLineText" },
            { name: "Email", type: "email" },
            { name: "Skills", type: "multipleRecordLinks", options: { linkedTableId: "Skills" } },
            { name: "Active", type: "checkbox" },
            { name: "Max Mentees", type: "number" },
            { name: "Level", type: "singleSelect", options: { choices: ["Junior", "Senior", "Principal"] } },
            { name: "Languages", type: "multipleSelects", options: { choices: ["English", "Igbo", "French"] } },
            { name: "Joined", type: "date" },
            { name: "Last Seen", type: "dateTime" },
            { name: "Created", type: "createdTime" },
            { name: "Number", type: "autoNumber" },
            { name: "Greeting", type: "formula", options: { formula: '"Hello " & {Name}' } },
            {
              name: "Skill Levels",
              type: "multipleLookupValues",
              options: { recordLinkFieldId: "Skills", fieldIdInLinkedTable: "Weight" },
            },
            { name: "Skill Count", type: "count", options: { recordLinkFieldId: "Skills" } },
          ],
          views: [{ name: "Grid view" }, { name: "Active mentors", filter: "{Active}" }],
          rows: [
            {
              id: "recBob00000000001",
              fields: {
                Name: "Bob",
                "Slack ID": "U1",
                Skills: ["SQL", "Go"],
                Active: true,
                "Max Mentees": 2,
                Level: "Senior",
              },
            },
            {
              id: "recEve00000000001",
              fields: {
                Name: "Eve",
                "Slack ID": "U2",
                Skills: ["SQL"],
                "Max Mentees": 10,
                Level: "Junior",
                Joined: "2026-01-05",
              },
            },
            {
              id: "recAnn00000000001",
              fields: { Name: "Ann", Active: true, Level: "Principal", Languages: ["Igbo", "English"] },
            },
          ],
        },
        {
          name: "Skills",
          fields: [
            { name: "Name", type: "singleLineText" },
            { name: "Weight", type: "number" },
          ],
          rows: [
            { id: "recSql00000000001", fields: { Name: "SQL", Weight: 3 } },
            { id: "recGo000000000001", fields: { Name: "Go", Weight: 5 } },
          ],
        },
        {
          name: "Mentor Requests",
          fields: [
            { name: "Request ID", type: "singleLineText" },
            { name: "Notes", type: "multilineText" },
          ],
        },
      ],
    },
    {
      id: "appSomebodyElse01",
      name: "Payroll",
      tables: [{ name: "Salaries", fields: [{ name: "Name", type: "singleLineText" }] }],
    },
  ],
  tokens: [
    {
      token: TOKEN,
      scopes: ["data.records:read", "data.records:write", "schema.bases:read", "schema.bases:write"],
      bases: [BASE],
    },
    { token: "patReader.0000", scopes: ["data.records:read"], bases: [BASE] },
  ],
};

export const BOB = "recBob00000000001";
export const EVE = "recEve00000000001";
export const ANN = "recAnn00000000001";
export const SQL = "recSql00000000001";
export const GO = "recGo000000000001";

interface Ask {
  readonly qs?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly token?: string;
  /** What stands between /v0/ and the path. */
  readonly under?: string;
}

/** What came back: a body, or what the airtable package makes of an error. */
export interface Reply {
  readonly status: number | null;
  readonly body?: unknown;
  readonly error?: string;
  readonly message?: string;
}

export interface Programme {
  readonly sim: AirtableSimulator;
  /** Through the vendor's own package. */
  ask(method: "get" | "post" | "patch" | "put" | "delete", path: string, ask?: Ask): Promise<Reply>;
  /** The answer as it came over the wire. */
  raw(path: string, init?: RequestInit): Promise<Response>;
  /** The names of the records that a list answered. */
  names(qs?: Readonly<Record<string, unknown>>): Promise<readonly unknown[]>;
}

/** A simulator of its own for one test. At the end no call may have been one that a documented client would not make. */
export async function programme(
  options: Partial<AirtableSimulatorOptions> & { readonly oddCalls?: "expected" } = {},
): Promise<Programme> {
  const { oddCalls, ...given } = options;
  const sim = await startAirtableSimulator({ seed: SEED, requestsPerSecond: 1000, ...given });
  onTestFinished(async () => {
    await sim.close();
    if (oddCalls !== "expected") expect(sim.problems).toEqual([]);
  });

  const ask: Programme["ask"] = async (method, path, { qs, body, token = TOKEN, under = BASE } = {}) => {
    const client = new Airtable({
      apiKey: token,
      endpointUrl: sim.url,
      noRetryIfRateLimited: true,
      requestTimeout: 5_000,
    });
    const request = { method, path, ...(qs && { qs: { ...qs } }), ...(body !== undefined && { body: Object(body) }) };
    try {
      const answer = await client.base(under).makeRequest(request);
      return { status: answer.statusCode, body: answer.body };
    } catch (error) {
      const { statusCode: status, error: type, message } = Object(error);
      return { status, error: type, message };
    }
  };
  const raw: Programme["raw"] = (path, init = {}) =>
    fetch(`${sim.url}/v0/${path}`, { ...init, headers: { authorization: `Bearer ${TOKEN}`, ...init.headers } });
  const names: Programme["names"] = async (qs = {}) =>
    recordsIn(await ask("get", "/Mentors", { qs })).map((one) => one.fields.Name);
  return { sim, ask, raw, names };
}

interface ListedRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The records of an answer that must be a list; fails the test when it is none. */
export function recordsIn(reply: Reply): readonly ListedRecord[] {
  expect(reply).toMatchObject({ status: 200, body: { records: expect.any(Array) } });
  return Object(reply.body).records;
}

export function offsetIn(reply: Reply): string {
  return Object(reply.body).offset;
}
