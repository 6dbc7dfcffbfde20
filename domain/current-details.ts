import { inWords } from "./duration.ts";
import { holder, type MentorRequest, waited } from "./request.ts";
import { nextStep } from "./steps.ts";
import type { Entry } from "./timeline.ts";

const LATEST = 12;

/** What Temporal's own page says about a request, in Markdown: where it stands, what happens next, what happened. */
export function currentDetails(request: MentorRequest, now: number, trouble: readonly string[]): string {
  const { asked, mentee, standing, timeline } = request;
  const next = nextStep(request);
  const by = holder(request);
  return [
    `**${asked.service.name}** (${asked.skills.map(({ name }) => name).join(", ")}), asked by ${mentee}`,
    `**${standing.status}**${by ? ` by ${by}` : ""}, ${inWords(waited(request, now))} without a mentor so far`,
    next ? `Next: **${next.id}** at ${utc(next.at)}` : "Nothing more happens by itself.",
    ...trouble.map((what) => `**In trouble:** ${what}`),
    "",
    ...timeline.entries.slice(-LATEST).map(line),
  ].join("\n");
}

function line({ at, by, what, to, note }: Entry): string {
  return `- ${utc(at)} ${by} ${what}${to ? ` ${to}` : ""}${note ? ` (${note})` : ""}`;
}

const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
