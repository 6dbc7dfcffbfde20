import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { isMemberId, type MemberId, memberId } from "../../domain/ids.ts";

const page = z.object({ members: z.array(z.object({ id: z.string(), name: z.string().default("") })) });

/** The member with this id or Slack name. Throws when there is none: nobody is forgotten by a part of a name. */
export async function memberCalled(slack: WebClient, who: string): Promise<MemberId> {
  const name = who.replace(/^@/, "");
  if (isMemberId(name)) return name;
  for await (const answer of slack.paginate("users.list", { limit: 200 })) {
    const found = page.parse(answer).members.find((member) => member.name === name);
    if (found) return memberId(found.id);
  }
  throw new Error(`Slack knows nobody called "${who}". Use the member's id: their profile, More, Copy member ID (U…).`);
}
