import { expect } from "vitest";
import { z } from "zod";
import { runRehearsal } from "./run-rehearsal.ts";

const told = z.strictObject({
  at: z.string(),
  step: z.string(),
  audience: z.string(),
  to: z.string(),
  text: z.string(),
});
const ending = z.strictObject({ outcome: z.string(), by: z.string().optional() });

/** Every line of a rehearsal, which must be one JSON object: "P2DT0H acknowledge, mentee bob", and the ending. */
export async function rehearsed(...args: readonly string[]) {
  const { stdout, exitCode, leftBehind } = await runRehearsal("--json", ...args);
  expect({ exitCode, leftBehind }).toEqual({ exitCode: 0, leftBehind: [] });
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  const messages = lines.slice(0, -1).map((line) => told.parse(line));
  return {
    messages,
    inShort: messages.map(({ at, step, audience, to }) => `${at} ${step}, ${audience} ${to}`),
    ending: ending.parse(lines.at(-1)),
  };
}
