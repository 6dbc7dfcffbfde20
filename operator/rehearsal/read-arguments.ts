import { parseArgs } from "node:util";
import { DAY } from "../../domain/duration.ts";
import { CAST, type Person, personCalled } from "../../local/seed/cast.ts";
import { LOCAL } from "../../local/seed/local-settings.ts";
import { slackSeed } from "../../local/seed/slack-seed.ts";
import type { Plan } from "./plan.ts";
import { readDuration } from "./read-duration.ts";
import { readMoment } from "./read-moment.ts";

export const HELP = `npm run rehearse [-- options]: one request on a skipped clock, and everything that is said meanwhile.

  --claim-after TIME   so long after it was opened, somebody presses the button; without it, nobody does
  --claim-by NAME      who presses it (ada)
  --story FILE         a list of what people do and of what breaks down, such as docs/rehearsal-story.json
  --until TIME         so long after it was opened, the rehearsal ends (30d; 10d after the last that is done)
  --policy FILE        the policy to rehearse, as \`npm run policy -- default\` prints one
  --posted MOMENT      when it is opened: "Friday 16:55" (the next one), "2027-01-08 16:55" or an ISO time
  --time-zone ZONE     whose clocks show that (the mentee's own)
  --json               one JSON object a line, and nothing else (\`npm run -s\` keeps npm's own lines away)
  --help               this text

TIME is written as 9d, 36h, 10d12h or 90m.`;

/** What was typed, before the files that it names are read. */
export interface Arguments extends Pick<Plan, "mentee" | "posted"> {
  readonly claim?: { readonly after: number; readonly by: Person };
  readonly until?: number;
  readonly policyFile?: string;
  readonly storyFile?: string;
  readonly json: boolean;
}

const LONGEST = 366 * DAY;

/** What was typed behind `npm run rehearse --`. Throws one sentence when it cannot be carried out. */
export function readArguments(typed: readonly string[], now: number = Date.now()): Arguments | "help" {
  const { values } = parseArgs({
    args: [...typed],
    options: {
      "claim-after": { type: "string" },
      "claim-by": { type: "string" },
      story: { type: "string" },
      until: { type: "string" },
      policy: { type: "string" },
      posted: { type: "string" },
      "time-zone": { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const { "claim-after": claimAfter, "claim-by": claimBy, "time-zone": zone, json } = values;
  if (claimBy !== undefined && claimAfter === undefined) {
    throw new Error("--claim-by needs --claim-after, which says when.");
  }
  if (zone !== undefined && values.posted === undefined) {
    throw new Error("--time-zone needs --posted, which says when.");
  }
  const mentee = personCalled("bob");
  const by = personWithTheButton(claimBy ?? "ada");
  const claim = claimAfter === undefined ? undefined : { after: readDuration("--claim-after", claimAfter), by };
  const until = values.until === undefined ? undefined : readDuration("--until", values.until);
  if (until !== undefined && until > LONGEST) throw new Error("A rehearsal goes on for a year at most.");
  if (claim && until !== undefined && claim.after > until) {
    throw new Error(`--claim-after ${claimAfter} comes after --until ${values.until}, when the rehearsal has ended.`);
  }
  const timeZone = zone ?? mentee.timeZone;
  const posted =
    values.posted === undefined ? undefined : { at: readMoment(values.posted, { timeZone, now }), timeZone };
  return {
    mentee,
    json,
    ...(claim && { claim }),
    ...(until !== undefined && { until }),
    ...(posted && { posted }),
    ...(values.policy !== undefined && { policyFile: values.policy }),
    ...(values.story !== undefined && { storyFile: values.story }),
  };
}

/** The button stands in the mentors' channel; whoever is not in it cannot press it. */
function personWithTheButton(name: string): Person {
  const person = personCalled(name);
  const members = slackSeed().channels.find(({ id }) => id === LOCAL.mentorsChannel)?.members ?? [];
  if (members.includes(person.id)) return person;
  const others = CAST.filter(({ id }) => members.includes(id)).map((other) => other.name);
  throw new Error(`${person.name} does not see the button. Those who do: ${others.join(", ")}.`);
}
