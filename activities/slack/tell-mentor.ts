import type { WebClient } from "@slack/web-api";
import type { Delivery } from "../../domain/delivered.ts";
import type { MemberId } from "../../domain/ids.ts";
import type { MentorAbout } from "../../domain/outbox.ts";
import { toMentor } from "../../domain/wording/to-mentor.ts";
import type { People } from "../../workflows/contract.ts";
import { localTime } from "./local-time.ts";
import { profileOf } from "./profile.ts";
import { sendDirect } from "./send-direct.ts";
import type { Sending } from "./sending.ts";
import { slackFailure } from "./slack-failure.ts";

type ToMentor = Sending & { readonly about: MentorAbout; readonly to: MemberId; readonly words?: string | undefined };

/** Tells the mentor who took the request, or is asked to, by direct message. */
export const tellMentor =
  ({ slack, people }: { readonly slack: WebClient; readonly people: People }) =>
  async (sending: ToMentor): Promise<Delivery> => {
    const { briefing, about, to } = sending;
    const beginning = about === "claimed" || about === "assigned";
    const menteeTimeZone = beginning ? await timeZoneOf(slack, briefing.mentee) : undefined;
    const menteeTime = menteeTimeZone && localTime(menteeTimeZone, sending.at);
    const words = toMentor(about, { ...briefing, menteeTimeZone, menteeTime }, { ...sending, ...people });
    return sendDirect(slack, sending, { to, audience: "mentor", words });
  };

async function timeZoneOf(slack: WebClient, member: MemberId): Promise<string | undefined> {
  try {
    return (await profileOf(slack, member)).timeZone;
  } catch (error) {
    throw slackFailure(error, "the mentee's profile");
  }
}
