import { DAY } from "../../domain/duration.ts";
import { type Insights, inShort, insightsOf } from "../../domain/insights.ts";
import type { Choice } from "../../domain/request.ts";
import type { Cached } from "../cached.ts";
import { whileBeating } from "../while-beating.ts";
import type { AirtableBase } from "./airtable.ts";
import type { MentorTable } from "./mentors.ts";
import { readFigures } from "./read-figures.ts";

const SINCE = 90 * DAY;

interface Sources {
  readonly base: AirtableBase;
  readonly mentors: Cached<MentorTable>;
}

/** What the programme did in the last 90 days, of its lists the beginnings. `skills` say what the records call them. */
export const readInsights =
  ({ base, mentors: table }: Sources) =>
  ({ skills }: { readonly skills: readonly Choice[] }): Promise<Insights> =>
    whileBeating(async () => {
      const now = Date.now();
      const { mentors } = await table.get(DAY);
      return inShort(insightsOf(await readFigures(base, now - SINCE, { mentors, skills }), now - SINCE, now));
    });
