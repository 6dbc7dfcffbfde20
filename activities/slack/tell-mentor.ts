import type { WebClient } from "@slack/web-api";
import type { Delivery } from "../../domain/delivered.ts";
import type { MemberId } from "../../domain/ids.ts";
import type { MentorAbout } from "../../domain/outbox.ts";
import { toMentor } from "../../domain/wording/to-mentor.ts";
import { sendDirect } from "./send-direct.ts";
import type { Sending } from "./sending.ts";

type ToMentor = Sending & { readonly about: MentorAbout; readonly to: MemberId; readonly words?: string | undefined };

/** Tells the mentor who took the request, by direct message. */
export const tellMentor =
  ({ slack }: { readonly slack: WebClient }) =>
  (sending: ToMentor): Promise<Delivery> => {
    const { briefing, about, to, words } = sending;
    return sendDirect(slack, sending, { to, audience: "mentor", words: toMentor(about, briefing, words) });
  };
