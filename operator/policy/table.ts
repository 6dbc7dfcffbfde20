import { inWords } from "../../domain/duration.ts";
import type { Moved } from "./preview.ts";

/** The steps of one request, a line each. */
export function table(moved: readonly Moved[]): string {
  if (moved.length === 0) return "  nothing is still to come";
  const width = Math.max(...moved.map(({ step }) => step.length));
  return moved.map(({ step, was, becomes }) => `  ${step.padEnd(width)}  ${change(was, becomes)}`).join("\n");
}

function change(was: number | undefined, becomes: number | undefined): string {
  if (was === undefined) return `new: ${when(becomes)}`;
  if (becomes === undefined) return `${when(was)} → dropped`;
  if (was === becomes) return `${when(was)}, as before`;
  const sooner = becomes < was ? "sooner" : "later";
  return `${when(was)} → ${when(becomes)} (${inWords(Math.abs(becomes - was))} ${sooner})`;
}

function when(at: number | undefined): string {
  return at === undefined ? "" : `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
