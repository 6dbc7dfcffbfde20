import { parseArgs } from "node:util";
import { DAY } from "../../domain/duration.ts";
import { CAST, type Person, personCalled } from "../../local/seed/cast.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { slackSeed } from "../../local/seed/slack-seed.ts";
import type { Plan } from "./plan.ts";
import { readDuration } from "./read-duration.ts";

export const HELP = `npm run rehearse [-- options]: one request on a skipped clock, and everything that is said meanwhile.

  --claim-after TIME   so long after it was opened, somebody presses the button; without it, nobody does
  --claim-by NAME      who presses it (ada)
  --until TIME         so long after it was opened, the rehearsal ends (30d; with a claim, 10d after it)
  --json               one JSON object a line, and nothing else (\`npm run -s\` keeps npm's own lines away)
  --help               this text

TIME is written as 9d, 36h, 10d12h or 90m.`;

export interface Arguments {
  readonly plan: Plan;
  readonly json: boolean;
}

const LONGEST = 366 * DAY;
const UNTIL = 30 * DAY;
/** Long enough to see what is asked of whoever has it, and shorter than the silence after which a claim lapses. */
const UNTIL_AFTER_CLAIM = 10 * DAY;

/** What was typed behind `npm run rehearse --`. Throws one sentence when it cannot be carried out. */
export function readArguments(typed: readonly string[]): Arguments | "help" {
  const { values } = parseArgs({
    args: [...typed],
    options: {
      "claim-after": { type: "string" },
      "claim-by": { type: "string" },
      until: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const { "claim-after": claimAfter, "claim-by": claimBy, json } = values;
  if (claimBy !== undefined && claimAfter === undefined) {
    throw new Error("--claim-by needs --claim-after, which says when.");
  }
  const by = personWithTheButton(claimBy ?? "ada");
  const claim = claimAfter === undefined ? undefined : { after: readDuration("--claim-after", claimAfter), by };
  const usual = claim ? claim.after + UNTIL_AFTER_CLAIM : UNTIL;
  const until = values.until === undefined ? usual : readDuration("--until", values.until);
  if (until > LONGEST) throw new Error("A rehearsal goes on for a year at most.");
  if (claim && claim.after > until) {
    throw new Error(`--claim-after ${claimAfter} comes after --until ${values.until}, when the rehearsal has ended.`);
  }
  return { json, plan: { mentee: personCalled("bob"), until, ...(claim && { claim }) } };
}

/** The button stands in the mentors' channel; whoever is not in it cannot press it. */
function personWithTheButton(name: string): Person {
  const person = personCalled(name);
  const members = slackSeed().channels.find(({ id }) => id === LOCAL.mentorsChannel)?.members ?? [];
  if (members.includes(person.id)) return person;
  const others = CAST.filter(({ id }) => members.includes(id)).map((other) => other.name);
  throw new Error(`${person.name} does not see the button. Those who do: ${others.join(", ")}.`);
}
